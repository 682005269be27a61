import { browser } from 'wxt/browser';
import { type SiteSwitches, siteSwitches } from '@/utils/elsewhere/site-switches';
import { LOOK_UPS } from '@/utils/own-page/place';
import { optionalSites } from '@/utils/sites';

/** The switches of the optional sites. dblp's origin is also asked where papers were published. */
export const switches: SiteSwitches = siteSwitches(optionalSites, browser, LOOK_UPS);
