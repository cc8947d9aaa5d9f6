import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'on both lists, by a link',
    { service: [{ id: 's', type: 'PUBLIC_SERVICE' }], power: [{ id: 'p', twin: 's' }] },
    { 'ERROR service s': /已在权责清单/u },
  ],
  [
    'on both lists, by the reference',
    { reference: [{ id: 'r' }], service: [{ id: 's', of: 'r' }], power: [{ id: 'p', of: 'r' }] },
    { 'ERROR service s': /已在权责清单/u },
  ],
  [
    'perhaps on both',
    { service: [{ id: 's', type: 'PUBLIC_SERVICE' }], power: [{ id: 'p', twin: 's?' }] },
    { 'INFO service s': /^待审定：/u },
  ],
  [
    'perhaps on both, which is not likely',
    { service: [{ id: 's', type: 'PUBLIC_SERVICE' }], power: [{ id: 'p', twin: 's??' }] },
    { 'INFO service s': /^待审定：“s”可能就是权责清单的“p”，把握不大（26%）$/u },
  ],
  [
    'a power on the list of services only',
    { service: [{ id: 's' }], power: [] },
    { 'ERROR service s': /是行政权力事项，列入了公共服务清单，权责清单中却没有/u },
  ],
  ['the place has no list of powers', { service: [{ id: 's' }] }, {}],
  ['a service', { service: [{ id: 's', type: 'PUBLIC_SERVICE' }], power: [{ id: 'p' }] }, {}],
  [
    'a part of a power',
    { service: [{ id: 's', type: 'PUBLIC_SERVICE' }], power: [{ id: 'p', twin: 's<' }] },
    {},
  ],
  [
    'a power that is cancelled',
    { service: [{ id: 's', type: 'PUBLIC_SERVICE' }], power: [{ id: 'p', twin: 's', state: 'CANCELLED' }] },
    {},
  ],
];

test.each(CASES)('CMP-20: %s', (_about, place, found) => {
  holds('CMP_20', place, found);
});
