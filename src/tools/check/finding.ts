/** Something that `samtycke check` has found. */
export interface Finding {
  /** The file, with the line where there is one: `index.html:14`. */
  readonly where: string;
  /** An error is against the law or does not work; a warning may be meant. */
  readonly severity: 'error' | 'warning';
  /** What is wrong, why it matters, and what to do. */
  readonly message: string;
}
