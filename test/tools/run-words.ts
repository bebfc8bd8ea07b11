import { runCommand } from '../../src/tools/run-command.ts';

/** Runs `samtycke` with these words in this process; resolves to what a shell would see. */
export async function runWords(...words: string[]) {
  let stdout = '';
  let stderr = '';
  const status = await runCommand(words, {
    out: (text) => {
      stdout += text;
    },
    error: (text) => {
      stderr += text;
    },
  });
  return { status, stdout, stderr };
}
