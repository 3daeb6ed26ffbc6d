/** How long a browser may take to begin with a download, milliseconds. */
const KEPT_MS = 10_000;

/** Gives bytes to the browser to save under a name. */
export const saveFile = (bytes: Blob, name: string): void => {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
};
