/** The rows of docs/coverage.md: every case of the specs, under the heading of its list. */
import { callCases } from './guard-call-cases.ts';
import { elementCases } from './guard-element-cases.ts';
import { storageCases } from './guard-storage-cases.ts';
import { kinds } from './markup-kinds.ts';

export const tableRows: Readonly<Record<string, readonly string[]>> = {
  'In the HTML': Object.keys(kinds('')),
  'Elements made by script': elementCases.map(({ name }) => name),
  'Calls, frames, inline scripts': callCases.map(({ name }) => name),
  'Cookies and storage': storageCases.map(({ name }) => name),
};
