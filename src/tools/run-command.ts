import { Command, CommanderError } from 'commander';
import { checkCommand } from './check-command.ts';
import { declarationCommand } from './declaration-command.ts';
import { NotVerified } from './not-verified.ts';
import type { Output } from './output.ts';
import { ownVersion } from './own-version.ts';
import { ownerCommands } from './owner-commands.ts';
import { publishCommand } from './publish-command.ts';
import { receiverCommand } from './receiver-command.ts';
import { snapshotCommand } from './snapshot-command.ts';
import { tagCommand } from './tag-command.ts';
import { UsageError } from './usage-error.ts';
import { verifyCommand } from './verify-command.ts';
import { wallCommand } from './wall-command.ts';

/** Runs `samtycke` with these words; resolves to the exit code: 0, 1 for a fault of ours, 2 for wrong usage, 3 for what `verify` or `check` found. */
export async function runCommand(
  words: readonly string[],
  { out, error }: Output,
): Promise<number> {
  const program = new Command('samtycke')
    .description('Tools for a site that asks for consent with samtycke.')
    .version(ownVersion())
    .showHelpAfterError('Run samtycke --help, or samtycke <command> --help, for all there is.')
    .configureOutput({ writeOut: out, writeErr: error })
    .exitOverride()
    .addCommand(receiverCommand(out))
    .addCommand(tagCommand(out))
    .addCommand(wallCommand(out))
    .addCommand(declarationCommand({ out, error }))
    .addCommand(checkCommand({ out, error }))
    .addCommand(publishCommand({ out, error }))
    .addCommand(snapshotCommand({ out, error }))
    .addCommand(verifyCommand({ out, error }));
  for (const command of ownerCommands({ out, error })) program.addCommand(command);
  for (const command of program.commands) command.copyInheritedSettings(program);

  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (problem) {
    if (problem instanceof NotVerified) return 3;
    // Commander has written its own message already; 2 is the usual code for wrong usage.
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? 0 : 2;
    error(`samtycke: ${problem instanceof Error ? problem.message : problem}\n`);
    return problem instanceof UsageError ? 2 : 1;
  }
}
