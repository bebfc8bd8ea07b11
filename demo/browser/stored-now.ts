/** Marks the rows of the page about kakor that are in the visitor's browser right now. */

mark();
setInterval(mark, 1_000); // 1 s: no event tells of all cookies and storage

function mark(): void {
  const stored: Readonly<Record<string, readonly string[]>> = {
    kaka: document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''),
    'lokal lagring': Object.keys(localStorage),
    sessionslagring: Object.keys(sessionStorage),
  };
  // Looked for each time: the element makes its rows anew when it comes to life.
  for (const row of document.querySelectorAll('samtycke-declaration tbody tr')) {
    const kind = row.querySelector('td')?.textContent ?? '';
    const [start = '', rest] = (row.querySelector('code')?.textContent ?? '').split('*');
    // What another website keeps has a kind of its own, and cannot be seen from here.
    const here = (stored[kind] ?? []).some((one) =>
      rest === undefined ? one === start : one.startsWith(start) && one.endsWith(rest),
    );
    if (here === row.classList.contains('here')) continue;
    row.classList.toggle('here', here);
    row.querySelector('.now')?.remove();
    if (here) {
      const note = document.createElement('span');
      note.className = 'now';
      note.textContent = 'Finns hos dig nu';
      row.querySelector('th')?.append(note);
    }
  }
}
