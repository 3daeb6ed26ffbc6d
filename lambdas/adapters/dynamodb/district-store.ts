import type { DistrictStore } from '#app/district/ports.ts';
import type { OpportunityStore } from '#app/opportunities/ports.ts';
import { feedItem, opportunitiesItem } from './district-event-items.ts';
import { listItem, schoolItem } from './district-school-items.ts';
import { snapshotOf } from './district-snapshot.ts';
import { createDistrictTable, type DistrictTableOptions } from './district-table.ts';

/** What staff change of the district, in the table. */
export const createDynamoDistrictStore = (options: DistrictTableOptions): DistrictStore & OpportunityStore => {
  const table = createDistrictTable(options);
  return {
    version: table.version,
    read: async () => {
      // The count first: a change during the reading is then at worst read once more, and never missed.
      const counted = await table.version(true);
      return snapshotOf(counted, await table.items());
    },
    saveSchool: (school) => table.replace(schoolItem(school), school.version),
    saveList: (list) => table.replace(listItem(list), list.version),
    saveOpportunities: (list) => table.replace(opportunitiesItem(list), list.version),
    saveFeed: (feed) => table.replace(feedItem(feed), feed.version),
  };
};
