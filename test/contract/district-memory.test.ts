import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { describeDistrictStore } from './district-store.ts';

describeDistrictStore("the district's store in memory", async () => createMemoryDistrictStore());
