/**
 * What a delivered message costs in the U.S. and Canada, in dollars: utility templates and, since 1 October 2026, free
 * words too (two public tables of Meta's rates, read 2026-11; check them before you quote them).
 */
export const MESSAGE_DOLLARS = 0.0034;
