import type { KeyboardEvent } from 'react';

/** Ctrl + Enter, or ⌘ + Enter; not while a word is being composed from several keys. */
export const isSendKey = ({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' && (ctrlKey || metaKey) && !nativeEvent.isComposing;
