import { createLiveDistrict } from '#app/district/live-district.ts';
import type { DistrictStore } from '#app/district/ports.ts';
import type { Clock, Log } from '#app/ports.ts';
import type { District } from '#config.ts';
import type { NumberId } from '#core/ids.ts';
import { type DistrictWorld, districtWorld } from './district.ts';

/** The district; its functions tell what was known at the last `refresh`. */
export type LiveDistrictWorld = DistrictWorld & { refresh(isExact?: boolean): Promise<void> };

/** The district of the stage's file, with what staff change at the desk over it. */
export const liveDistrictWorld = (
  district: District,
  ports: {
    readonly store: Pick<DistrictStore, 'version' | 'read'>;
    readonly log: Log;
    readonly clock: Clock;
    readonly lookEveryMs?: number;
  },
): LiveDistrictWorld => {
  const live = createLiveDistrict({ ...ports, build: (changes) => districtWorld(district, changes) });
  const { timeZone, numbers, ladderOf, schoolsOf, base } = live.current();
  return {
    // Only the file says these.
    ...{ timeZone, numbers, ladderOf, schoolsOf, base },
    refresh: live.refresh,
    factsOf: (number: NumberId) => live.current().factsOf(number),
    directoryOf: (number: NumberId) => live.current().directoryOf(number),
    comingUpOf: (number: NumberId) => live.current().comingUpOf(number),
    officeAt: (number: NumberId, now: number) => live.current().officeAt(number, now),
    nameOf: (school: string) => live.current().nameOf(school),
    known: () => live.current().known(),
  };
};
