/**
 * Constants that rollup.config.mjs puts in place of these names. Only browser
 * code may use them: the receiver and the tools also run straight from source.
 */

/** The version in package.json. */
declare const __VERSION__: string;
/** File name of the client module beside the head script. */
declare const __CLIENT_FILE__: string;
/** File name of the UI module beside the head script: `samtycke.ui.<hash>.js`. */
declare const __UI_FILE__: string;
/** File names of what the UI module fetches by name: `{ en: 'samtycke.en.<hash>.js', receipts: 'samtycke.receipts.<hash>.js' }`. */
declare const __PART_FILES__: Readonly<Record<string, string>>;
/** File name of the module beside the head script that explains a wrong configuration. */
declare const __CHECK_FILE__: string;
/** File name of the module beside that one which explains what the gate does. */
declare const __EXPLAIN_FILE__: string;
/** File name of the module beside the wall's script that asks before a reload. */
declare const __QUESTION_FILE__: string;
/** True in the build that also holds what nobody has tagged; elsewhere what stands behind it is left out. */
declare const __GUARD__: boolean;
