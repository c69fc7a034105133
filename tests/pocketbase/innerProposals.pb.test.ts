/** What is shown with an approved record is proposed to be made, changed and removed; decided, it is done whole or not at all. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { publicSnapshot } from '#tests/support/publicSnapshot.ts';
import { type InnerKind, innerKinds } from './innerKinds.ts';
import { decide, openReviewOffice, propose, proposeNew, proposeRemoval, refusal } from './reviewOffice.ts';

const office = await openReviewOffice();
const { base, editor, approver, producer, settings, proposalOf, revisions } = office;
const { superuser } = base;
const kinds = await innerKinds(office);
afterEach(() => settings({ reviewers_differ: false }));
afterAll(() => base.stop());

const rows = (kind: InnerKind, filter = '') =>
  superuser.collection(kind.collection).getFullList({ filter, sort: 'id' });
const made = (kind: InnerKind, owner = kind.approved) => superuser.collection(kind.collection).create(kind.body(owner));
const proposals = () => superuser.collection('proposals').getFullList({ sort: 'id' });

describe.each(kinds)('$collection of what the public sees ($way)', (kind) => {
  test('proposed to be made it waits, nothing is there; approved it is, under the approver’s hand', async () => {
    const [before, shown] = [await rows(kind), (await publicSnapshot(base)).hash];
    const body = kind.body(kind.approved);
    const { id } = await proposeNew(editor, kind.collection, body, { comment: 'Theo hồ sơ' });
    expect(await rows(kind)).toEqual(before);
    expect((await publicSnapshot(base)).hash).toBe(shown);
    const proposal = await proposalOf(id);
    expect(proposal).toMatchObject({ deed: 'create', before: {}, after: body, base_version: 0 });
    expect(proposal.owners?.map((owner) => owner.id)).toEqual([kind.approved]);
    await decide(approver, id, 'approve');
    expect((await publicSnapshot(base)).hash).not.toBe(shown);
    const there = await superuser.collection(kind.collection).getOne(proposal.record);
    expect(there).toMatchObject({ ...body, version: 1 });
    expect(await revisions(proposal.record)).toEqual([
      expect.objectContaining({
        action: 'create',
        why: 'review',
        actor_name: 'Anh Duyệt',
        note: 'Cô Lan: Theo hồ sơ',
      }),
    ]);
    await expect(decide(approver, id, 'approve')).rejects.toMatchObject(refusal(400, 'đã được duyệt (Anh Duyệt)'));
    expect((await rows(kind)).length).toBe(before.length + 1);
  });

  test('a change waits; what others changed since stays, and where both did the approver chooses', async () => {
    const record = await made(kind);
    const shown = (await publicSnapshot(base)).hash;
    const { id } = await propose(editor, record, kind.change);
    expect((await publicSnapshot(base)).hash).toBe(shown);
    expect(await superuser.collection(kind.collection).getOne(record.id)).toEqual(record);
    const [field = ''] = Object.keys(kind.change);
    const theirs = field === 'reference_price' ? 7 : field === 'listed_on' ? '2024' : 'Của người kia';
    await approver.collection(kind.collection).update(record.id, { [field]: theirs, version: 1 });
    await expect(decide(approver, id, 'approve', { version: 1 })).rejects.toMatchObject({ status: 409 });
    await expect(decide(approver, id, 'approve', { version: 2 })).rejects.toMatchObject({
      status: 409,
      response: { data: { [field]: { code: 'proposal_conflict' } } },
    });
    await decide(approver, id, 'approve', { version: 2, choices: { [field]: 'mine' } });
    expect(await superuser.collection(kind.collection).getOne(record.id)).toMatchObject(kind.change);
  });

  test('a removal waits, and is done as it was seen, once', async () => {
    const record = await made(kind);
    const shown = (await publicSnapshot(base)).hash;
    const { id } = await proposeRemoval(editor, record);
    expect((await publicSnapshot(base)).hash).toBe(shown);
    expect(await proposalOf(id)).toMatchObject({ deed: 'remove', after: {}, before: { [kind.way]: kind.approved } });
    for (const version of [undefined, 2])
      await expect(decide(approver, id, 'approve', { version })).rejects.toMatchObject({ status: 409 });
    expect(await superuser.collection(kind.collection).getOne(record.id)).toEqual(record);
    await decide(approver, id, 'approve', { version: 1 });
    expect(await rows(kind, `id = '${record.id}'`)).toEqual([]);
    expect((await revisions(record.id)).at(-1)).toMatchObject({
      action: 'delete',
      why: 'review',
      actor_name: 'Anh Duyệt',
    });
  });

  test('of drafts nothing is proposed: they are written', async () => {
    const record = await made(kind, kind.draft);
    const words = refusal(400, 'hãy sửa trực tiếp');
    await expect(proposeNew(editor, kind.collection, kind.body(kind.draft))).rejects.toMatchObject(words);
    await expect(propose(editor, record, kind.change)).rejects.toMatchObject(words);
    await expect(proposeRemoval(editor, record)).rejects.toMatchObject(words);
    // Moved to what the public sees it is that one’s.
    await propose(editor, record, { [kind.way]: kind.approved });
  });

  test('viewers, producers and guests propose nothing of it', async () => {
    const record = await made(kind);
    const viewer = await base.signedIn('viewer');
    const before = await proposals();
    for (const [by, status] of [
      [viewer, [403, 403, 403]],
      [base.guest, [401, 401, 401]],
    ] as const) {
      await expect(proposeNew(by, kind.collection, kind.body(kind.approved))).rejects.toMatchObject({
        status: status[0],
      });
      await expect(propose(by, record, kind.change)).rejects.toMatchObject({ status: status[1] });
      await expect(proposeRemoval(by, record)).rejects.toMatchObject({ status: status[2] });
    }
    await expect(proposeNew(producer, kind.collection, kind.body(kind.approved))).rejects.toMatchObject({
      status: 403,
    });
    expect(await proposals()).toEqual(before);
  });
});
