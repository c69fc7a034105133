// A full disk told as what it is, wherever a write fails. Plain CommonJS for PocketBase's engine: each handler requires this file inside itself.

const rules = require(`${__hooks}/rules.js`);

function statusOf(error) {
  return error.value?.status || error.status;
}

/**
 * What the database or the file system said. An answer in words of its own may name records, which are called what people called them: of it
 * only what PocketBase keeps to itself counts (ApiError.RawData), where that is an error.
 */
function textOf(error) {
  if (statusOf(error) === undefined) return String(error);
  const inner = error.value || error;
  const hidden = typeof inner.rawData === 'function' ? inner.rawData() : null;
  return hidden && typeof hidden.error === 'function' ? hidden.error() : '';
}

/** What to throw in an error's place: a disk that takes no more has a status and words of its own, everything else stays. */
function told(error) {
  if (statusOf(error) === rules.NO_ROOM_STATUS) return error;
  const words = rules.diskWords(textOf(error));
  return words === '' ? error : new ApiError(rules.NO_ROOM_STATUS, words, {});
}

/** Throws on what is about the disk. For whoever is about to tell another error in words of its own. */
function throwOn(error) {
  const known = told(error);
  if (statusOf(known) === rules.NO_ROOM_STATUS) throw known;
}

/** Runs `work`; what fails in it for want of room is told so. */
function telling(work) {
  try {
    return work();
  } catch (error) {
    throw told(error);
  }
}

const TRY_AGAIN = 'Đã hết chỗ nên lần này chưa ghi. Máy chủ vừa lấy ra chỗ để dành: hãy bấm lại lần nữa.';

/** Gives back the room that the worker put aside (scripts/reserve.ts); false when there was none. */
function openReserve() {
  try {
    $os.remove($filepath.join($filepath.dir($app.dataDir()), 'reserve.bin'));
    return true;
  } catch (_) {
    return false;
  }
}

/** Runs what must get through on a full disk: once there was no room, there is for the next try. */
function tellingUrgent(work) {
  try {
    return telling(work);
  } catch (error) {
    if (statusOf(error) === rules.NO_ROOM_STATUS && openReserve())
      throw new ApiError(rules.NO_ROOM_STATUS, TRY_AGAIN, { again: new ValidationError('try_again', TRY_AGAIN) });
    throw error;
  }
}

module.exports = { openReserve, telling, tellingUrgent, throwOn };
