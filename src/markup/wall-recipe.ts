/** The wall as configuration of a web server: the same policy, chosen by the cookie of the choice. */
import type { Config } from '../model/config.ts';
import {
  alwaysAllowed,
  asText,
  policyText,
  sourcesOf,
  type WallOptions,
} from '../model/content-security-policy.ts';
import type { Service } from '../model/service.ts';

/** The web servers there are recipes for. */
export const webServers = ['nginx', 'apache', 'caddy'] as const;
export type WebServer = (typeof webServers)[number];

/** A service that waits for a choice, as a variable of the web server that holds its sources once it is accepted. */
interface Guarded {
  readonly variable: string;
  readonly sources: string;
  /** Regular expressions on the `Cookie` header: the visitor refused it apart, accepted it apart, accepted its category. */
  readonly refused: string;
  readonly accepted: readonly [string, string];
}

/** The text of the recipe, comments included. */
export function wallRecipe(server: WebServer, config: Config, options: WallOptions): string {
  const necessary = config.services.filter(({ category }) => category === 'necessary');
  const always = [...alwaysAllowed(config, options), ...necessary.flatMap(sourcesOf)];
  const guarded = config.services
    .filter((service) => service.category !== 'necessary' && sourcesOf(service).length > 0)
    .map((service) => guardedOf(service, config));
  const policy = (reference: (variable: string) => string) =>
    policyText(asText(always) + guarded.map(({ variable }) => reference(variable)).join(''));
  return { nginx, apache, caddy }[server](guarded, policy);
}

type Policy = (reference: (variable: string) => string) => string;

function guardedOf({ id, category, ...service }: Service, config: Config): Guarded {
  const answer = (name: string, state: 0 | 1) =>
    cookiePattern(config, `(.*(&|%26))?${escaped(name)}(=|%3D)${state}(&|%26|;|$)`);
  return {
    variable: `samtycke_${id.replaceAll('-', '_')}`,
    sources: asText(sourcesOf({ id, category, ...service })),
    refused: answer(`s.${id}`, 0),
    accepted: [answer(`s.${id}`, 1), answer(`c.${category}`, 1)],
  };
}

/** A choice of another policy version counts for nothing; `rest` follows the time at which it was made. */
function cookiePattern({ cookieName, policyVersion }: Config, rest: string): string {
  const version = escaped(policyVersion).replaceAll(':', '(:|%3A)');
  return `(^|; *)${cookieName}=v(=|%3D)1(&|%26)p(=|%3D)${version}(&|%26)${rest.replace('.*', '[^;]*')}`;
}

function escaped(text: string): string {
  return text.replace(/[.]/g, '\\.');
}

function nginx(guarded: readonly Guarded[], policy: Policy): string {
  const maps = guarded.map(
    ({ variable, sources, refused, accepted }) => `
map $http_cookie $${variable} {
  default "";
  "~${refused}" "";
${accepted.map((pattern) => `  "~${pattern}" "${sources}";`).join('\n')}
}`,
  );
  return `# Written by samtycke wall nginx. Include it inside http { }:
#   include samtycke.conf;
# and in each server or location that has an add_header of its own, since nginx then forgets those from outside:
#   add_header Content-Security-Policy $samtycke_wall always;
#   add_header Vary Cookie always;
${maps.join('')}
map "" $samtycke_wall {
  default "${policy((variable) => `$\{${variable}}`)}";
}
add_header Content-Security-Policy $samtycke_wall always;
add_header Vary Cookie always;
`;
}

function apache(guarded: readonly Guarded[], policy: Policy): string {
  const lines = guarded.flatMap(({ variable, sources, refused, accepted }) => [
    ...accepted.map((pattern) => `SetEnvIf Cookie "${pattern}" "${variable}=${sources}"`),
    `SetEnvIf Cookie "${refused}" "!${variable}"`,
  ]);
  return `# Written by samtycke wall apache. Needs mod_setenvif and mod_headers: a2enmod headers.
${lines.join('\n')}
Header always add Content-Security-Policy "expr=${policy((variable) => `%{reqenv:${variable}}`).replaceAll("'", "\\'")}"
Header always merge Vary Cookie
`;
}

function caddy(guarded: readonly Guarded[], policy: Policy): string {
  const maps = guarded.map(
    ({ variable, sources, refused, accepted }) => `  map {header.Cookie} {${variable}} {
    \`~${refused}\` ""
${accepted.map((pattern) => `    \`~${pattern}\` "${sources}"`).join('\n')}
    default ""
  }`,
  );
  return `# Written by samtycke wall caddy. Import it inside a site: import samtycke.caddy
route {
${maps.join('\n')}
  header +Content-Security-Policy "${policy((variable) => `{${variable}}`)}"
  header +Vary Cookie
}
`;
}
