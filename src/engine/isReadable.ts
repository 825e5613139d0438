/** Whether a file can still be read. One that was changed or deleted since it was chosen cannot, nor can a folder. */
export async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
