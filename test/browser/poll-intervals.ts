/**
 * How soon `expect.poll` looks again, in milliseconds. What these specs wait for is mostly there within
 * 20 ms; Playwright's own first pauses (100, 250, 500) made up a sixth of the time of the whole suite.
 */
export const pollIntervals = [10, 20, 30, 50, 100, 250];
