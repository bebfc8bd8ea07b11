/**
 * Constants that rollup.config.mjs puts in place of these names. Only browser
 * code may use them: the receiver and the tools also run straight from source.
 */

/** The version in package.json. */
declare const __VERSION__: string;
/** The hash in the names of all files that are fetched: `samtycke.ui.<hash>.js`. */
declare const __HASH__: string;
/** True in the build that also holds what nobody has tagged; elsewhere what stands behind it is left out. */
declare const __GUARD__: boolean;
