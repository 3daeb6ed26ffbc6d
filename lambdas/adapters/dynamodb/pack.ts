import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * What turns have in common, so that it need not be spelled out in each of them. Never change it without a
 * new schema version: what was packed with it can only be read with it.
 */
const DICTIONARY = Buffer.from(
  '"outcomes":["answered"],"conversation":{"profile":{"address":{"userId":"US.","phone":"1"},"consent":' +
    '{"status":"unasked","at":0},"language":{"lang":"en","source":"detected"},"welcomedAt":17},"handoff":' +
    '{"status":"none"},"offered":[{"id":"topic:","title":"},{"id":"person","title":"Talk to a person"},' +
    '{"id":"menu","title":"All topics"}],"lastInboundAt":17,"seen":["0t"],"pace":{"tenMinutesFrom":17,' +
    '"inTenMinutes":1,"dayFrom":17,"inDay":1},"burst":{"from":17,"lastAt":17},"lastTopic":""},"replies":' +
    '[{"purpose":"answer","lang":"es","body":"","choices":[],"choicesLabel":"Choose","quotes":"wamid.HBgLMT"}],' +
    '"effects":[{"kind":"save_profile"}],"taken":{"kind":"answer","topic":""},"tookOver":[],"readsLast":false',
);

/**
 * A value as JSON, deflated. DynamoDB bills a write by the kilobyte: a usual turn takes two units packed and
 * three plain.
 */
export const pack = (value: unknown): Uint8Array =>
  deflateRawSync(JSON.stringify(value), { dictionary: DICTIONARY, level: 6 });

export const unpack = (packed: Uint8Array): unknown =>
  JSON.parse(inflateRawSync(packed, { dictionary: DICTIONARY }).toString('utf8'));
