/** A text that is passed on as it comes, but for the places that were edited meanwhile. */

/** Puts `text` in the place of what stands from `start` to `end`; the same offset twice puts it in. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts `text` in at `start`. */
export function insertion(start: number, text: string): Edit {
  return { start, end: start, text };
}

export interface Patch {
  write(chunk: string): void;
  /** Must lie behind what was passed on; of two at the same place the earlier one stays first. */
  edit(edit: Edit): void;
  /** A part of the source that was not passed on yet. */
  source(start: number, end: number): string;
  /** What comes next, edited, up to an offset of the source. */
  passOn(until: number): string;
}

export function createPatch(): Patch {
  let waiting = '';
  let passed = 0;
  let edits: Edit[] = [];
  return {
    write(chunk) {
      waiting += chunk;
    },
    edit(edit) {
      edits.push(edit);
    },
    source: (start, end) => waiting.slice(start - passed, end - passed),
    passOn(until) {
      if (until <= passed) return '';
      const due = edits.filter(({ start }) => start < until).sort((a, b) => a.start - b.start);
      edits = edits.filter(({ start }) => start >= until);
      let result = '';
      let at = passed;
      for (const { start, end, text } of due) {
        result += waiting.slice(at - passed, start - passed) + text;
        at = end;
      }
      result += waiting.slice(at - passed, until - passed);
      waiting = waiting.slice(until - passed);
      passed = until;
      return result;
    },
  };
}
