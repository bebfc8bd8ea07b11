/** What gate and guard know of each other. Used by the guarded build only. */

/** Elements that the gate has let through; those that are put away again leave it. The guard leaves them alone, whatever they belong to. */
export const released = /* @__PURE__ */ new WeakSet<Node>();

/** Scripts that were made by script and have not run: they run themselves, not a copy of them. */
export const ownScripts = /* @__PURE__ */ new WeakSet<Element>();

/** Shadow roots that the guard has seen, open or closed: the gate finds held elements there, too. */
export const shadowRoots = new Set<WeakRef<ShadowRoot>>();

/** While the guard is on its post, it tells the gate of what is inserted. */
export const post = { isTaken: false };
