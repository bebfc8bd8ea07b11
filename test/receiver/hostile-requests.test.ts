import { openSqliteStore } from '../../src/receiver/index.ts';
import { describeHostileRequests } from './hostile-requests.ts';

describeHostileRequests('SQLite', async () => openSqliteStore(':memory:'), 3_000);
