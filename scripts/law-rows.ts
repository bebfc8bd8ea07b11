/**
 * What the law and its authorities ask of a consent tool, a row each, numbered as in "LAW 16" in code and tests.
 * The law itself: LEK (2022:482) 9 kap. 28 §, GDPR, PTS's and IMY's decisions, EDPB's guidelines, WCAG 2.2.
 */

/** How a row can be shown to hold: in a browser, of a configuration, at the receiver, of the texts. */
export type LawKind = 'browser' | 'configuration' | 'receiver' | 'text';

export interface LawRow {
  readonly number: number;
  readonly kinds: readonly LawKind[];
  readonly says: string;
}

const kindOf = { B: 'browser', L: 'configuration', S: 'receiver', T: 'text' } as const;

/** Number, kinds and words, a line each. */
const rows = `
1 B No request to an optional service before a choice
2 B Nothing stored by an optional service before a choice
3 B Nothing stored by samtycke itself before a choice
4 B Scripts, frames, pictures, links, requests and styles wait alike
5 L No tracker in <noscript>
6 B Scrolling, Escape, a click beside, leaving: no consent
7 B The page can be used with the banner open
8 L No wall, no "pay or consent"
9 B When something fails, optional services stay blocked
10 B A refusal holds on every page for its whole time
11 B Accepting one category starts only that category
12 L No legitimate interest for storing and reading
13 L "Necessary" has a reason, and is no known tracker
14 L Statistics is optional
15 B Refusal and acceptance are buttons, side by side, at the same time
16 B Both look the same in every respect
17 B Each takes one activation
18 B Refusal is no link in running text
19 B Both are in view on small screens and with large text
20 B Order and look are the same in every layer and size
21 B The first layer names each category and its purpose
22 B The first layer says that and where consent can be withdrawn
23 L The first layer names who is responsible
24 B The full information is linked, and can be read with the banner open
25 B No box is ticked beforehand
26 B No × that could mean anything
27 B Saving stores exactly what is shown
28 B Wherever one can accept all, one can refuse all as easily
29 T No loaded words
30 B No timer: the banner waits
31 L Provider, purpose, storage and its duration of each service
32 L Necessary storage is listed too
33 B What is stored is declared
34 B Nothing is kept longer than declared
35 L Country and ground of a transfer out of the EEA
36 B Where to complain: PTS about cookies, IMY about personal data
37 L How to reach the controller, and for how long receipts are kept
38 T Withdrawal does not touch what was lawful before it
39 B A way back on every page, in one activation
40 B Withdrawing everything takes two activations at most
41 B Reopened settings show what is stored
42 B Withdrawal deletes what was stored, and says what is left
43 B After withdrawal nothing more goes to the withdrawn services
44 S A withdrawal is a receipt of its own
45 B Refusing costs nothing: the same pages and functions
46 B A blocked embed names provider and purpose, and can be shown once
47 B The choice is one small first-party cookie
48 B It holds the choice and a random id, nothing of the person
49 B Refusal and acceptance hold equally long
50 L Six months; more than thirteen only with a reason
51 B No question while a choice holds, and no visit prolongs it
52 BL A new question only after expiry, deletion or a new version
53 B Expired means denied, before the question is shown
54 B A server can keep the cookie where a browser shortens it
55 S Every decision gives exactly one receipt
56 S A receipt says what, when, where and under which text
57 S Text and configuration of a receipt can be fetched
58 S A receipt holds no address, agent, path or account
59 B Receipts go to the endpoint alone, without credentials
60 L An endpoint of another company has a processor's name
61 B Nothing is sent before a decision
62 S Receipts are deleted in time
63 S A changed receipt is found out
64 B One whole language, and its name on it
65 T Short, plain sentences
66 T Refusal and acceptance are parallel words
67 T Numbers, dates and units as in Swedish
68 L Each language complete or absent
69 B A named region with a heading, first in tab order
70 B The banner never covers what has the focus
71 B The settings are a modal dialog that gives the focus back
72 B Closing the settings changes nothing
73 B Tab alone leads in and out
74 B Every control is large enough to be hit
75 B Nothing is cut at 320 × 256 or with wide text spacing
76 B Contrast in light, dark and forced colours, themed too
77 B Switches are native, named, and not told by colour alone
78 B An answer is announced, and the focus stays in the page
79 B No motion for who wants none
80 B Signals are sent exactly, and in order
`;

export const lawRows: readonly LawRow[] = rows
  .trim()
  .split('\n')
  .map((line) => {
    const [, number, kinds = '', says = ''] = /^(\d+) ([BLST]+) (.*)$/.exec(line) ?? [];
    const letters = [...kinds] as (keyof typeof kindOf)[];
    return { number: Number(number), kinds: letters.map((letter) => kindOf[letter]), says };
  });
