/** The owner's page: a form, and a script that asks for the report with the token and keeps nothing. */

/** Runs in the page. The token is in the field and in the request, nowhere else. */
const script = `
const form = document.querySelector('form');
const [status, report] = [document.querySelector('[role=status]'), document.querySelector('main section')];
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const day = (ago) => new Date(Date.now() - ago * 864e5).toISOString().slice(0, 10);
  const [token, days] = [form.elements.token.value.trim(), Number(form.elements.days.value)];
  status.textContent = 'Hämtar …';
  try {
    const response = await fetch('/v1/statistics?format=html&from=' + day(days - 1) + '&to=' + day(0), {
      headers: { Authorization: 'Bearer ' + token },
      credentials: 'omit',
      cache: 'no-store',
    });
    const text = await response.text();
    if (response.ok) {
      report.innerHTML = text;
      status.textContent = 'Hämtat ' + new Date().toLocaleTimeString('sv-SE') + '.';
    } else {
      report.textContent = '';
      status.textContent =
        { 401: 'Nyckeln är fel.', 403: 'Mottagaren har ingen nyckel. Starta den med SAMTYCKE_ADMIN_TOKEN.', 429: 'För många försök. Vänta en minut.' }[response.status]
        ?? 'Det gick inte (' + response.status + '). Försök igen.';
    }
  } catch {
    status.textContent = 'Mottagaren svarar inte. Försök igen.';
  }
});
`;

const style = `
:root { color-scheme: light dark; --text: #1b2026; --soft: #525b66; --back: #fff; --line: #d3d9e0; --p0: #0b5cad; --p1: #5aa0e6; --p2: #8a929c; --p3: #b3541e; }
@media (prefers-color-scheme: dark) { :root { --text: #e8ecf1; --soft: #a9b3bf; --back: #14181d; --line: #343c46; --p0: #62aef7; --p1: #2f74b5; --p2: #7c8793; --p3: #e08a52; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; } h2 { font-size: 1.125rem; margin: 0 0 .5rem; }
form { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; }
label { display: grid; gap: .25rem; } label:first-child { flex: 1 1 16rem; }
input, select, button { font: inherit; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--soft); border-radius: .25rem; background: var(--back); color: var(--text); }
button { background: var(--p0); border-color: var(--p0); color: var(--back); font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid var(--p0); outline-offset: 2px; }
[role=status], small, .ends, footer { color: var(--soft); }
[role=status] { min-height: 1.5rem; }
figure { margin: 2rem 0 0; } .sum { font-size: 1.125rem; }
svg { display: block; width: 100%; } .days { height: 10rem; border-bottom: 1px solid var(--soft); } .bar svg { height: .875rem; } .key { display: inline-block; width: .75rem; height: .75rem; margin-right: .375rem; }
rect { fill: var(--p0); } .rest { fill: var(--line); } .p1 { fill: var(--p1); } .p2 { fill: var(--p2); } .p3 { fill: var(--p3); }
.ends { display: flex; justify-content: space-between; margin: .25rem 0; font-size: .875rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; vertical-align: middle; }
thead th { color: var(--soft); } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .bar { width: 40%; min-width: 8rem; padding-right: 0; }
summary { padding: .375rem 0; cursor: pointer; }
footer { margin-top: 3rem; font-size: .875rem; }
`;

const page = `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>Samtycken – ägarens sida</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Samtycken</h1>
<form>
<label>Ägarens nyckel <input name="token" type="password" autocomplete="off" required></label>
<label>Period <select name="days"><option value="7">7 dagar</option><option value="30" selected>30 dagar</option><option value="90">90 dagar</option><option value="365">365 dagar</option></select></label>
<button>Visa</button>
</form>
<p role="status"></p>
<section aria-label="Statistik"></section>
</main>
<footer>Bara antal per dag, inga personer. Nyckeln sparas inte: den är borta när sidan stängs. Inga kakor.</footer>
<script>${script}</script>
</body>
</html>
`;

/** Answers with the page. Its own script and style are named by hash; nothing else may run, load, or be sent anywhere but here. The empty icon keeps browsers from asking for one. */
export async function ownerPage(): Promise<{
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}> {
  const [scriptHash, styleHash] = await Promise.all([sourceHash(script), sourceHash(style)]);
  return {
    body: page,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src ${scriptHash}; style-src ${styleHash}; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  };
}

/** As Content Security Policy names a source: base64, unlike our own hashes. */
async function sourceHash(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}'`;
}
