import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { PackedModel } from '#core/understanding/linear-model.ts';

const LENGTH_BYTES = 4;
// Higher levels win a few percent and take ten times as long.
const LEVEL = 5;

/** A model as a file: a header of JSON with all but the long rows of bytes, these after it, compressed. */
export const encodeModel = <Extra extends object>(model: PackedModel, extra: Extra): Uint8Array => {
  const { rarity, vocabulary, starts, columns, weights, ...rest } = model;
  const rows = [rarity, vocabulary, starts, columns, weights];
  const header = Buffer.from(JSON.stringify({ ...rest, lengths: rows.map((row) => row.byteLength), extra }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  const bytes = rows.map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength));
  return brotliCompressSync(Buffer.concat([length, header, ...bytes]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: LEVEL },
  });
};

/**
 * Reads what `encodeModel` wrote.
 * @throws where the bytes are something else
 */
export const decodeModel = (file: Uint8Array): { readonly model: PackedModel; readonly extra: unknown } => {
  const bytes = brotliDecompressSync(file);
  let at = LENGTH_BYTES + bytes.readUInt32LE();
  const { lengths, extra, ...rest } = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, at));
  // Copies: numbers of four bytes must not begin in between, and what was decompressed can go.
  const [rarity, vocabulary, starts, columns, weights] = (lengths as readonly number[]).map((length) => {
    const row = Uint8Array.from(bytes.subarray(at, at + length));
    if (row.length !== length) throw new RangeError('a model file is cut short');
    at += length;
    return row;
  });
  if (!rarity || !vocabulary || !starts || !columns || !weights) throw new RangeError('a model file lacks a row');
  const model: PackedModel = {
    ...rest,
    rarity,
    vocabulary: new Uint32Array(vocabulary.buffer),
    starts: new Uint32Array(starts.buffer),
    columns,
    weights: new Int8Array(weights.buffer),
  };
  return { model, extra };
};
