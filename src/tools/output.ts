/** Where a command writes what people read. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}
