import { TEMPLATES_KEY } from '#app/district/ports.ts';
import type { OutreachSettingsStore } from '#app/outreach/ports.ts';
import { SCHEMA_VERSION } from '#config.ts';
import { districtKey } from './district-items.ts';
import { categoryAttribute, observancesItem, statusAttribute } from './district-outreach-items.ts';
import { createDistrictTable, type DistrictTableOptions } from './district-table.ts';

/** How WhatsApp's templates stand, and when families are not written to, in the district's partition. */
export const createDynamoOutreachSettings = (options: DistrictTableOptions): OutreachSettingsStore => {
  const table = createDistrictTable(options);

  /** Writes a word that is news. What is no news only moves its time on: that need not be heard. */
  const saveWord = async (attribute: string, word: string, at: number): Promise<void> => {
    const save = (ConditionExpression: string, isCounted: boolean) =>
      table.update(
        {
          Key: districtKey(TEMPLATES_KEY),
          UpdateExpression: 'SET #word = :new, v = :v',
          ConditionExpression,
          ExpressionAttributeNames: { '#word': attribute, '#w': 'w', '#at': 'at' },
          ExpressionAttributeValues: {
            ':new': { M: { w: { S: word }, at: { N: String(at) } } },
            ':v': { N: String(SCHEMA_VERSION) },
            ':w': { S: word },
            ':at': { N: String(at) },
          },
        },
        isCounted,
      );
    const isNews = await save('attribute_not_exists(#word) OR (#word.#at <= :at AND #word.#w <> :w)', true);
    if (!isNews) await save('#word.#at < :at AND #word.#w = :w', false);
  };

  return {
    saveTemplateState: async (key, { status, category, at }) => {
      if (status) await saveWord(statusAttribute(key), status, at);
      if (category) await saveWord(categoryAttribute(key), category, at);
    },
    saveObservances: (observances) => table.put(observancesItem(observances)),
  };
};
