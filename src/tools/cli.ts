#!/usr/bin/env node
/** The owner's command `samtycke`. */
import { Command, CommanderError } from 'commander';
import { receiverCommand } from './receiver-command.ts';
import { UsageError } from './usage-error.ts';

declare const __VERSION__: string | undefined; // put in by the build

const program = new Command('samtycke')
  .description('Tools for a site that asks for consent with samtycke.')
  .version(typeof __VERSION__ === 'string' ? __VERSION__ : '(from source)')
  .showHelpAfterError('Run samtycke --help, or samtycke <command> --help, for all there is.')
  .addCommand(receiverCommand());
// Inherited settings reach only commands made by .command(); these are made apart, one a file.
for (const command of program.commands) command.copyInheritedSettings(program);
for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its own message already; 2 is the usual code for wrong usage.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`samtycke: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
