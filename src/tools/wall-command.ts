import { Argument, Command } from 'commander';
import { type WebServer, wallRecipe, webServers } from '../markup/wall-recipe.ts';
import { readConfigFile } from './read-config-file.ts';

interface Options {
  readonly config: string;
  readonly allow?: readonly string[];
}

/** `samtycke wall`: the wall as a recipe for a web server. */
export function wallCommand(out: (text: string) => void): Command {
  return new Command('wall')
    .description(
      'Write a Content-Security-Policy that follows the choice, as configuration of a web server.',
    )
    .addArgument(new Argument('<server>', 'the web server').choices(webServers))
    .requiredOption('--config <file>', 'the configuration as JSON')
    .option('--allow <hosts...>', 'hosts that every page needs: CDN, fonts, payments')
    .addHelpText(
      'after',
      `
Example:
  samtycke wall nginx --config samtycke.json --allow cdn.exempel.se > /etc/nginx/samtycke.conf`,
    )
    .action((server: WebServer, { config, allow }: Options) => {
      out(wallRecipe(server, readConfigFile(config).config, { ...(allow && { allow }) }));
    });
}
