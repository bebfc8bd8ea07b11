/** What the gate has let through: the guard leaves it alone, whatever it is found to belong to. */

/** Elements that were released; those that are put away again leave it. Used by the guarded build only. */
export const released = new WeakSet<Element>();

/** Scripts that were made by script and have not run: they run themselves, not a copy of them. */
export const ownScripts = new WeakSet<Element>();

/** Shadow roots that the guard has seen, open or closed: the gate finds held elements there, too. */
export const shadowRoots = new Set<WeakRef<ShadowRoot>>();
