extension BlockReader {
    /// Adds how the line, its template, its look and those of its neighbours recur.
    mutating func addRecurrence() {
        let line = observations.lines[Observations.lineKey(list.statistics[index])]
        add(.lineCount, step: Int(line.count))
        if line.count > 1 {
            add(.lineSpread, line.spread)
            add(.lineGap, step: line.gap)
            add(.lineAfter, line.mostAfter)
            add(.lineBefore, line.mostBefore)
        }
        let key = observations.keys[index]
        let template = observations.templates.place(key.template)
        add(observations.templates[key.template], templates.step(to: index, at: template), BlockReader.ofTemplate)
        let form = observations.forms.place(key.form)
        add(observations.forms[key.form], forms.step(to: index, at: form), BlockReader.ofForm)
        addNeighboursRecurrence()
    }

    /// The observations of how some kind of line recurs.
    private struct Names {
        let count, spread, gap, since, turn, after, before: Observation
        let beforeFirst, afterLast, proseBefore, proseAfter: Observation
    }

    private static let ofTemplate = Names(
        count: .templateCount,
        spread: .templateSpread,
        gap: .templateGap,
        since: .templateSince,
        turn: .templateTurn,
        after: .templateAfter,
        before: .templateBefore,
        beforeFirst: .templateBeforeFirst,
        afterLast: .templateAfterLast,
        proseBefore: .templateProseBefore,
        proseAfter: .templateProseAfter
    )

    private static let ofForm = Names(
        count: .formCount,
        spread: .formSpread,
        gap: .formGap,
        since: .formSince,
        turn: .formTurn,
        after: .formAfter,
        before: .formBefore,
        beforeFirst: .formBeforeFirst,
        afterLast: .formAfterLast,
        proseBefore: .formProseBefore,
        proseAfter: .formProseAfter
    )

    private mutating func add(_ kind: Recurrence.Kind, _ walk: (turn: Int, since: Int), _ names: Names) {
        add(names.count, step: Int(kind.count))
        guard kind.count > 1 else { return }
        add(names.spread, kind.spread)
        add(names.gap, step: kind.gap)
        add(names.since, step: walk.since)
        // The first, one in the middle, the last.
        add(names.turn, walk.turn == 0 ? 1 : walk.turn + 1 >= Int(kind.count) ? 3 : 2)
        add(names.after, kind.mostAfter)
        add(names.before, kind.mostBefore)
        add(names.beforeFirst, Int(kind.beforeFirst))
        add(names.afterLast, Int(kind.afterLast))
        // The words of running text before the first of these lines and after the last, as far as one of their distances
        // goes: they tell whether such a line stands above its item or below.
        let (first, next) = (Int(kind.first), Int(kind.afterLastLine))
        add(names.proseBefore, step: observations.prose(first - kind.gap, first))
        add(names.proseAfter, step: observations.prose(next, next + kind.gap))
    }

    private mutating func addNeighboursRecurrence() {
        if index + 1 < list.count {
            let pair = observations.pairs[observations.pairKey(index)]
            add(.pairCount, step: Int(pair.count))
            if pair.count > 1 { add(.pairSpread, pair.spread) }
        }
        if index > 0 {
            let pair = observations.pairs[observations.pairKey(index - 1)]
            add(.pairBeforeCount, step: Int(pair.count))
            if pair.count > 1 { add(.pairBeforeSpread, pair.spread) }
        }
        let ahead = near.after(.date)
        if ahead <= 4, index + ahead < list.count {
            let kind = observations.templates[observations.keys[index + ahead].template]
            add(.datesAhead, (ahead - 1) * 8 + Observations.step(Int(kind.count), few))
        }
        let before = near.before(.date)
        if before <= 4, index >= before {
            let kind = observations.templates[observations.keys[index - before].template]
            add(.datesBefore, (before - 1) * 8 + Observations.step(Int(kind.count), few))
        }
    }
}
