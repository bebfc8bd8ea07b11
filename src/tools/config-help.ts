/**
 * What each field of the configuration means, by path: the words of the
 * published JSON Schema, which editors show, and of the README's table.
 */
export const configHelp: Readonly<Record<string, string>> = {
  '': 'Configuration of samtycke.',
  $schema: 'Where this schema is, for editors.',
  controller: 'Who is responsible for the personal data (GDPR 4(7)).',
  'controller.name': 'Legal name; shown on the first layer.',
  'controller.organisationNumber': 'Organisation number.',
  'controller.address': 'Postal address.',
  'controller.email': 'Address for questions about personal data.',
  policyUrl: 'The page with the full information; linked from every layer.',
  endpoint: 'Where receipts are posted.',
  policyVersion: 'Version of purposes and providers. A change asks every visitor again.',
  language:
    '`sv`, `en`, `fi`, `nb`, `da` or `de`. Default: that of `<html lang>` when there is one, else `sv`.',
  jurisdiction: 'ISO 3166-1 code of the law that applies.',
  services: 'Known services by id, and services of your own.',
  'services[].id': 'Your own id for the service; the value of `data-service`.',
  'services[].category': 'The category it is asked about in, or an alias of one.',
  'services[].hosts':
    'Host names it is reached at, subdomains included; `example.com/path` narrows to a path.',
  'services[].snippets': 'Plain texts by which an untagged inline script is known as its own.',
  'services[].storage': 'What it stores in the browser; withdrawal deletes it.',
  'services[].storage[].name': 'Exact name, or one with `*` for any run of characters.',
  'services[].storage[].kind':
    'Where: a cookie, localStorage, sessionStorage or an IndexedDB database. Default: `cookie`.',
  'services[].storage[].days':
    'How long it is kept, in days; 0 = the session, absent = until removed.',
  'services[].storage[].purpose': 'What it is for; one text, or one for each language.',
  'services[].storage[].data':
    'What kind of data it is: a known kind, such as `browser`, `visit`, `ad`, `source`, `settings` or `technical`, or words of your own.',
  'services[].storage[].thirdParty':
    'Set by another domain, where a page cannot delete it. Default: false.',
  'services[].stop':
    'The vendor’s call that stops its running script: path of a global function, then its arguments.',
  'services[].name': 'The name people know.',
  'services[].provider': 'The company behind it, by legal name.',
  'services[].purpose':
    'One plain sentence: what it is used for; one text, or one for each language.',
  'services[].role':
    'What the provider is: `processor` (personuppgiftsbiträde), `controller` of its own, or `joint` with you.',
  'services[].reason':
    'Of a necessary service: which function that the visitor has asked for needs it.',
  'services[].data':
    'What kinds of data the provider gets: known kinds, such as `browser`, `pages`, `source`, `actions`, `device` or `ip`, or words of your own.',
  'services[].transfer':
    'Why data may go outside the EEA: `adequacy`, `dpf`, `scc`, `bcr` or `consent` (GDPR 45–49).',
  'services[].recipients': 'Who else gets data.',
  'services[].recipients[].name': 'Legal name.',
  'services[].recipients[].role': 'What it is: `processor`, `controller` or `joint`.',
  'services[].recipients[].country': 'ISO 3166-1 code of the country where data may go.',
  'services[].recipients[].transfer': 'Why it may go there.',
  'services[].country': 'ISO 3166-1 code of the country where data may go.',
  'services[].policyUrl': 'The provider’s own privacy policy.',
  categories:
    'Categories to ask about besides those that the services are in: ids, or categories of your own.',
  'categories[].id': 'Your own id for the category; the value of `data-category`.',
  'categories[].label': 'The name the visitor reads; one text, or one for each language.',
  'categories[].purpose':
    'One plain sentence: what it is used for; one text, or one for each language.',
  cookie: 'The cookie that keeps the choice.',
  'cookie.name': 'Its name.',
  'cookie.domain': 'Shares the choice between subdomains. Default: this host only.',
  'cookie.maxAgeDays': 'How long a choice holds, yes and no alike.',
  'cookie.reason': 'Why more than 395 days (13 months) are needed.',
  signals: 'Signals to send. Default: both.',
  requireVisitorAct:
    'False lets scripts accept without a click of the visitor: for test tools with synthetic clicks.',
  proof:
    '`before`: nothing that was accepted starts until the endpoint has acknowledged the receipt. Default: it starts at once.',
  gpc: '`silent-refuse`: a visitor whose browser sends GPC or DNT is not asked. Default: asked, and marketing stays off unless it is named.',
  keepMonths:
    'For how many whole months receipts are kept at the endpoint, as the visitor is told: what `samtycke purge` is run with. Default: 18.',
  ui: 'What the visitor sees.',
  'ui.placement':
    'Where the banner stands: along the bottom (`bar`), a card in the bottom corner (`corner`) or a card in the middle (`middle`). Small screens have a sheet at the bottom.',
  'ui.refusal':
    'What the refusal is called: `neka` (“Neka alla”) or `nodvandiga` (“Endast nödvändiga”). Default: `neka`.',
  'ui.serviceChoice':
    'True gives each service a switch of its own in the settings. Default: false.',
  'ui.changes':
    'What is new, by policy version, oldest first: who chose under an earlier one reads what came after it.',
  'ui.texts': 'Texts in place of ours, by language and name.',
  scriptTimeoutMs: 'How long a released script may hold back those after it.',
};
