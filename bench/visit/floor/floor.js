// The least that does the work: shows the banner, keeps the choice, runs what was accepted.
const banner = document.querySelector('#banner');
const settings = document.querySelector('#settings');
const chosen = /(?:^|; )val=([^;]*)/.exec(document.cookie)?.[1];
const decide = (accepted) => {
  // biome-ignore lint/suspicious/noDocumentCookie: as somebody would write it by hand
  document.cookie = `val=${accepted.join()}; Path=/; Max-Age=15724800; SameSite=Lax`;
  banner.hidden = true;
  settings.close();
  release(accepted);
};
const release = (accepted) => {
  if (!accepted.includes('statistics')) return;
  for (const held of document.querySelectorAll('.waits')) {
    const script = document.createElement('script');
    script.text = held.text;
    held.replaceWith(script);
  }
};
const everything = ['preferences', 'statistics', 'marketing'];
document.querySelector('#accept').onclick = () => decide(everything);
document.querySelector('#reject').onclick = () => decide([]);
document.querySelector('#open').onclick = () => settings.showModal();
document.querySelector('#save').onclick = () =>
  decide(everything.filter((name) => document.querySelector(`[name=${name}]`).checked));
if (chosen === undefined) banner.hidden = false;
else release(chosen.split(','));
