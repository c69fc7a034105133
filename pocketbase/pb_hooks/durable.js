// Files that survive a power cut: flushed before the name that makes them count, and before the answer that says "saved". The same as
// scripts/durable.ts, for hooks.

const READ_AND_WRITE = 2;

/** Waits until a file is on the disk. */
function flushFile(folder, name) {
  const root = $os.openRoot(folder);
  try {
    // Windows flushes only what is open for writing.
    const file = root.openFile(name, READ_AND_WRITE, 0);
    try {
      file.sync();
    } finally {
      file.close();
    }
  } finally {
    root.close();
  }
}

/** Waits until the names in a folder are on the disk, where the system can. */
function flushFolder(folder) {
  try {
    const opened = $os.openInRoot(folder, '.');
    try {
      opened.sync();
    } finally {
      opened.close();
    }
  } catch (_) {
    // Windows flushes no folders.
  }
}

/** Writes a file whole or not at all, for good. */
function writeDurably(folder, name, text, mode) {
  const temporary = `${name}.${$security.pseudorandomString(8)}.part`;
  $os.writeFile($filepath.join(folder, temporary), text, mode);
  flushFile(folder, temporary);
  $os.rename($filepath.join(folder, temporary), $filepath.join(folder, name));
  flushFolder(folder);
}

/** Whether a file is there. */
function isThere(path) {
  try {
    $os.stat(path);
    return true;
  } catch (_) {
    return false;
  }
}

/** The files that a record names. */
function filesOf(record) {
  const names = [];
  for (const field of record.collection().fields)
    if (field.type() === 'file') names.push(...record.getStringSlice(field.getName()));
  return names;
}

/** Flushes the files of a record: PocketBase has written them without. One that is on the disk already costs nothing. */
function keepFiles(app, record) {
  const names = filesOf(record);
  if (names.length === 0) return;
  const storage = $filepath.join(app.dataDir(), 'storage');
  const ofCollection = $filepath.join(storage, record.collection().id);
  const folder = $filepath.join(ofCollection, record.id);
  // Files may be kept elsewhere (S3): then they are somebody else's to keep.
  if (!isThere(folder)) return;
  for (const name of names)
    for (const file of [name, `${name}.attrs`]) if (isThere($filepath.join(folder, file))) flushFile(folder, file);
  for (const each of [folder, ofCollection, storage]) flushFolder(each);
}

module.exports = { isThere, keepFiles, writeDurably };
