import fc from 'fast-check';

import { zoneDeclarationCommands } from '../../testing/commands/single-facts';
import { historiesOf } from '../../testing/histories';
import { zoneDeclaration } from '..';

it('any history of a declaration is declared once, by most of the staff, and counted forwards', () => {
  fc.assert(
    fc.property(historiesOf(zoneDeclaration, zoneDeclarationCommands), ({ events }) => {
      const [declared, ...counts] = events;
      if (declared?.type !== 'ZoneDeclared') {
        expect(events).toEqual([]);
        return;
      }
      expect(counts.every(({ type }) => type === 'PactCoverageRecorded')).toBe(true);
      const { coverage, declaredOn } = declared.data;
      expect(2 * coverage.signed).toBeGreaterThan(coverage.staff);
      const days = counts.map(({ data }) => ('asOf' in data ? data.asOf : ''));
      expect([declaredOn, ...days]).toEqual([declaredOn, ...days].toSorted());
      for (const { data } of events) {
        expect(data.owed).toBe(data.coverage.staff - data.coverage.signed);
        expect(data.owed).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
