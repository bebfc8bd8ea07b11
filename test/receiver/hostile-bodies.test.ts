import { openSqliteStore } from '../../src/receiver/index.ts';
import { describeHostileBodies } from './hostile-bodies.ts';

describeHostileBodies('SQLite', async () => openSqliteStore(':memory:'), 2_500);
