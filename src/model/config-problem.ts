/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  /** Where: `services[2].category`; empty for the configuration as a whole. */
  readonly path: string;
  /** What is wrong, and what to write instead. */
  readonly message: string;
}
