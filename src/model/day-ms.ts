/** 24 h in milliseconds: lifetimes are given in days, clocks in milliseconds. */
export const dayMs = 86_400_000;
