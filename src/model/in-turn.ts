/**
 * Runs `run` for one value after the other. One that comes while `run` is on waits until it is
 * over: nobody who is told of values hears an old one after a new one. `run` must not throw.
 */
export function inTurn<Value>(run: (value: Value) => void): (value: Value) => void {
  const values: Value[] = [];
  return (value) => {
    if (values.push(value) > 1) return;
    for (const next of values) run(next);
    values.length = 0;
  };
}
