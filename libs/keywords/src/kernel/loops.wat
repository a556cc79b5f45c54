;; The inner loops of the scanner, over one memory that the host lays out (see kernel.ts). The same loops stand in
;; TypeScript beside who asks for them: reading.ts, sieve.ts, disguise/oddness.ts and disguise/token-sites.ts; a test
;; holds them equal. Compiled by tools/make-kernel.mjs.
(module
  (memory (import "host" "memory") 1)

  ;; Spells units as codes: a code of the table for each, where it stood beside it; passed over ones leave no trace.
  ;; Stops at the first unit that needs a closer look and answers where. At $state: how many codes there are, whether
  ;; some is marked, how many letters were called out; then, for those, where their forms and the two halves of the map
  ;; of what may precede them lie, and where their places are written. A letter is called out where the unit before it
  ;; may precede its form. One unit must stand before the first.
  (func (export "spell")
    (param $table i32) (param $units i32) (param $at i32) (param $end i32)
    (param $codes i32) (param $starts i32) (param $state i32) (result i32)
    (local $code i32) (local $count i32) (local $marked i32) (local $called i32)
    (local.set $count (i32.load (local.get $state)))
    (local.set $called (i32.load offset=8 (local.get $state)))
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $code
          (i32.load16_u (i32.add (local.get $table)
            (i32.shl (i32.load16_u (i32.add (local.get $units) (i32.shl (local.get $at) (i32.const 1))))
              (i32.const 1)))))
        (if (i32.ge_u (local.get $code) (i32.const 0xfe00))
          (then
            (br_if $stop (i32.eq (local.get $code) (i32.const 0xffff)))
            (if (i32.lt_u (local.get $code) (i32.const 0xfe40))
              (then (local.set $marked (i32.const 1)))
              (else
                (i32.store
                  (i32.add (i32.load offset=24 (local.get $state)) (i32.shl (local.get $called) (i32.const 2)))
                  (local.get $at))
                (local.set $called
                  (i32.add (local.get $called)
                    (i32.ne (i32.const 0)
                      (i32.and
                        (i32.load16_u (i32.add (i32.load offset=12 (local.get $state))
                          (i32.shl (i32.sub (local.get $code) (i32.const 0xfe40)) (i32.const 1))))
                        (call $valueOf
                          (i32.load offset=16 (local.get $state)) (i32.load offset=20 (local.get $state))
                          (i32.load16_u
                            (i32.sub (i32.add (local.get $units) (i32.shl (local.get $at) (i32.const 1)))
                              (i32.const 2))))))))))))
        (i32.store16 (i32.add (local.get $codes) (i32.shl (local.get $count) (i32.const 1))) (local.get $code))
        (i32.store (i32.add (local.get $starts) (i32.shl (local.get $count) (i32.const 2))) (local.get $at))
        (local.set $count (i32.add (local.get $count) (i32.ne (local.get $code) (i32.const 1))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (i32.store (local.get $state) (local.get $count))
    (i32.store offset=8 (local.get $state) (local.get $called))
    (if (local.get $marked) (then (i32.store offset=4 (local.get $state) (i32.const 1))))
    (local.get $at))

  ;; What a map of units (unit-map.ts) says of one.
  (func $valueOf (param $index i32) (param $values i32) (param $unit i32) (result i32)
    (i32.load16_u
      (i32.add (local.get $values)
        (i32.shl
          (i32.or
            (i32.shl
              (i32.load16_u (i32.add (local.get $index)
                (i32.shl (i32.shr_u (local.get $unit) (i32.const 5)) (i32.const 1))))
              (i32.const 5))
            (i32.and (local.get $unit) (i32.const 31)))
          (i32.const 1)))))

  ;; Notes the places where a sequence may begin: place * 4 + 1 for two codes + 2 for more. Codes with $bit stand for
  ;; several, whose lists lie at $sets. Answers how many places there are.
  (func (export "sieve")
    (param $codes i32) (param $length i32) (param $pairs i32) (param $pairShift i32)
    (param $triples i32) (param $tripleShift i32) (param $fours i32) (param $fourShift i32)
    (param $bit i32) (param $sets i32) (param $scratch i32) (param $out i32) (result i32)
    (local $k i32) (local $rolling i32) (local $pair i32) (local $triple i32) (local $to i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $may i32) (local $index i32)
    (local.set $to (local.get $out))
    (local.set $a (i32.load16_u (local.get $codes)))
    (local.set $b (i32.load16_u offset=2 (local.get $codes)))
    (local.set $rolling (i32.xor (i32.shl (local.get $a) (i32.const 11)) (local.get $b)))
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $k) (local.get $length)))
        (local.set $c (i32.load16_u offset=4 (local.get $codes)))
        (local.set $pair
          (i32.shr_u (i32.mul (i32.and (local.get $rolling) (i32.const 0x3fffff)) (i32.const 0x85ebca6b))
            (local.get $pairShift)))
        (local.set $rolling (i32.xor (i32.shl (local.get $rolling) (i32.const 11)) (local.get $c)))
        (if (i32.and (local.get $bit) (i32.or (local.get $a) (i32.or (local.get $b) (local.get $c))))
          (then
            (local.set $may
              (call $mayMean (local.get $a) (local.get $b) (local.get $c) (local.get $pairs)
                (local.get $pairShift) (local.get $triples) (local.get $tripleShift) (local.get $bit)
                (local.get $sets) (local.get $scratch))))
          (else
            (local.set $triple
              (i32.shr_u (i32.mul (local.get $rolling) (i32.const 0x9e3779b1)) (local.get $tripleShift)))
            (local.set $may
              (i32.or
                (i32.and (i32.const 1)
      (i32.shr_u (i32.load8_u (i32.add (local.get $pairs) (i32.shr_u (local.get $pair) (i32.const 3)))) (i32.and (local.get $pair) (i32.const 7))))
                (i32.shl (i32.and (i32.const 1)
      (i32.shr_u (i32.load8_u (i32.add (local.get $triples) (i32.shr_u (local.get $triple) (i32.const 3)))) (i32.and (local.get $triple) (i32.const 7)))) (i32.const 1))))
            ;; What begins like a longer sequence must end there or go on with the next code.
            (if (i32.and (local.get $may) (i32.const 2))
              (then
                (local.set $d (i32.load16_u offset=6 (local.get $codes)))
                (if (i32.eqz (i32.and (local.get $d) (local.get $bit)))
                  (then
                    (if (i32.eqz
                          (i32.and (i32.const 1)
                            (i32.or
                              (i32.shr_u (i32.load8_u (i32.add (local.get $fours) (i32.shr_u (local.tee $index
                            (i32.shr_u
                              (i32.mul (i32.xor (i32.mul (local.get $rolling) (i32.const 0x85ebca6b)) (i32.const 0))
                                (i32.const 0x9e3779b1))
                              (local.get $fourShift))) (i32.const 3)))) (i32.and (local.get $index) (i32.const 7)))
                              (i32.shr_u (i32.load8_u (i32.add (local.get $fours) (i32.shr_u (local.tee $index
                            (i32.shr_u
                              (i32.mul (i32.xor (i32.mul (local.get $rolling) (i32.const 0x85ebca6b)) (local.get $d))
                                (i32.const 0x9e3779b1))
                              (local.get $fourShift))) (i32.const 3)))) (i32.and (local.get $index) (i32.const 7))))))
                      (then (local.set $may (i32.and (local.get $may) (i32.const 1)))))))))))
        (i32.store (local.get $to) (i32.or (i32.shl (local.get $k) (i32.const 2)) (local.get $may)))
        (local.set $to
          (i32.add (local.get $to) (i32.shl (i32.ne (local.get $may) (i32.const 0)) (i32.const 2))))
        (local.set $a (local.get $b))
        (local.set $b (local.get $c))
        (local.set $codes (i32.add (local.get $codes) (i32.const 2)))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $to) (local.get $out)) (i32.const 2)))

  ;; What may begin here in some meaning of three codes: 1 for two codes, 2 for more, 3 for both.
  (func $mayMean
    (param $a i32) (param $b i32) (param $c i32) (param $pairs i32) (param $pairShift i32) (param $triples i32)
    (param $tripleShift i32) (param $bit i32) (param $sets i32) (param $scratch i32) (result i32)
    (local $aTo i32) (local $bFrom i32) (local $bTo i32) (local $cFrom i32) (local $cTo i32)
    (local $two i32) (local $may i32) (local $index i32) (local $list i32)
    (if (i32.and (local.get $a) (local.get $bit))
      (then
        (local.set $list
          (i32.add (local.get $sets) (i32.shl (i32.xor (local.get $a) (local.get $bit)) (i32.const 2))))
        (local.set $a (i32.add (local.get $sets) (i32.load (local.get $list))))
        (local.set $aTo (i32.add (local.get $sets) (i32.load offset=4 (local.get $list)))))
      (else
        (i32.store16 offset=0 (local.get $scratch) (local.get $a))
        (local.set $a (i32.add (local.get $scratch) (i32.const 0)))
        (local.set $aTo (i32.add (local.get $scratch) (i32.const 2)))))
    (if (i32.and (local.get $b) (local.get $bit))
      (then
        (local.set $list
          (i32.add (local.get $sets) (i32.shl (i32.xor (local.get $b) (local.get $bit)) (i32.const 2))))
        (local.set $bFrom (i32.add (local.get $sets) (i32.load (local.get $list))))
        (local.set $bTo (i32.add (local.get $sets) (i32.load offset=4 (local.get $list)))))
      (else
        (i32.store16 offset=2 (local.get $scratch) (local.get $b))
        (local.set $bFrom (i32.add (local.get $scratch) (i32.const 2)))
        (local.set $bTo (i32.add (local.get $scratch) (i32.const 4)))))
    (if (i32.and (local.get $c) (local.get $bit))
      (then
        (local.set $list
          (i32.add (local.get $sets) (i32.shl (i32.xor (local.get $c) (local.get $bit)) (i32.const 2))))
        (local.set $cFrom (i32.add (local.get $sets) (i32.load (local.get $list))))
        (local.set $cTo (i32.add (local.get $sets) (i32.load offset=4 (local.get $list)))))
      (else
        (i32.store16 offset=4 (local.get $scratch) (local.get $c))
        (local.set $cFrom (i32.add (local.get $scratch) (i32.const 4)))
        (local.set $cTo (i32.add (local.get $scratch) (i32.const 6)))))
    (loop $eachA
      (if (i32.lt_u (local.get $a) (local.get $aTo))
        (then
          (local.set $b (local.get $bFrom))
          (loop $eachB
            (if (i32.lt_u (local.get $b) (local.get $bTo))
              (then
                (local.set $two
                  (i32.xor (i32.shl (i32.load16_u (local.get $a)) (i32.const 11)) (i32.load16_u (local.get $b))))
                (local.set $may
                  (i32.or (local.get $may)
                    (i32.and (i32.const 1)
      (i32.shr_u (i32.load8_u (i32.add (local.get $pairs) (i32.shr_u (local.tee $index (i32.shr_u
                        (i32.mul (i32.and (local.get $two) (i32.const 0x3fffff)) (i32.const 0x85ebca6b))
                        (local.get $pairShift))) (i32.const 3)))) (i32.and (local.get $index) (i32.const 7))))))
                (local.set $two (i32.shl (local.get $two) (i32.const 11)))
                (local.set $c (local.get $cFrom))
                (loop $eachC
                  (if (i32.lt_u (local.get $c) (local.get $cTo))
                    (then
                      (local.set $may
                        (i32.or (local.get $may)
                          (i32.shl
                            (i32.and (i32.const 1)
      (i32.shr_u (i32.load8_u (i32.add (local.get $triples) (i32.shr_u (local.tee $index (i32.shr_u
                                (i32.mul (i32.xor (local.get $two) (i32.load16_u (local.get $c)))
                                  (i32.const 0x9e3779b1))
                                (local.get $tripleShift))) (i32.const 3)))) (i32.and (local.get $index) (i32.const 7))))
                            (i32.const 1))))
                      (local.set $c (i32.add (local.get $c) (i32.const 2)))
                      (br $eachC))))
                (local.set $b (i32.add (local.get $b) (i32.const 2)))
                (br $eachB))))
          (local.set $a (i32.add (local.get $a) (i32.const 2)))
          (br $eachA))))
    (local.get $may))

  ;; Counts odd characters and Chinese ones up to each unit (odd * 65536 + Chinese), and notes the units where letters
  ;; begin and where two units may be halves of a character; answers how many of those there are. Kinds: 1 Chinese,
  ;; 2 odd, 4 a mark, which is odd between two Chinese characters, 8 a letter, 16 a first half, 32 a second one; $bits
  ;; has one bit for each pair of halves. One unit of 0 must stand behind the last.
  (func (export "survey")
    (param $units i32) (param $length i32) (param $kinds i32) (param $bits i32) (param $shift i32)
    (param $tallies i32) (param $sites i32) (result i32)
    (local $at i32) (local $begin i32) (local $before i32) (local $kind i32) (local $after i32) (local $tally i32)
    (local $letter i32) (local $from i32) (local $to i32) (local $end i32) (local $unit i32) (local $index i32)
    (local.set $begin (local.get $units))
    (local.set $to (local.get $sites))
    (i32.store (local.get $tallies) (i32.const 0))
    (local.set $after (i32.load8_u (i32.add (local.get $kinds) (i32.load16_u (local.get $units)))))
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $at) (local.get $length)))
        (local.set $before (local.get $kind))
        (local.set $kind (local.get $after))
        (local.set $units (i32.add (local.get $units) (i32.const 2)))
        (local.set $after (i32.load8_u (i32.add (local.get $kinds) (i32.load16_u (local.get $units)))))
        (local.set $tally
          (i32.add (local.get $tally)
            (i32.add
              (i32.and (local.get $kind) (i32.const 1))
              (i32.shl
                (i32.and (i32.const 1)
                  (i32.or (i32.shr_u (local.get $kind) (i32.const 1))
                    (i32.and (i32.shr_u (local.get $kind) (i32.const 2))
                      (i32.and (local.get $before) (local.get $after)))))
                (i32.const 16)))))
        (local.set $tallies (i32.add (local.get $tallies) (i32.const 4)))
        (i32.store (local.get $tallies) (local.get $tally))
        ;; A letter behind none, or a first half before a second one; the latter are looked up below. Half of all
        ;; characters may be one or the other, so nothing is branched on.
        (local.set $letter
          (i32.and (i32.const 1)
            (i32.shr_u (i32.and (local.get $kind) (i32.xor (local.get $before) (i32.const -1))) (i32.const 3))))
        (i32.store (local.get $to) (i32.or (i32.shl (local.get $at) (i32.const 1)) (local.get $letter)))
        (local.set $to
          (i32.add (local.get $to)
            (i32.shl
              (i32.or (local.get $letter)
                (i32.and (i32.const 1)
                  (i32.and (i32.shr_u (local.get $kind) (i32.const 4)) (i32.shr_u (local.get $after) (i32.const 5)))))
              (i32.const 2))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (local.set $end (local.get $to))
    (local.set $from (local.get $sites))
    (local.set $to (local.get $sites))
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $letter (i32.and (i32.load (local.get $from)) (i32.const 1)))
        (local.set $at (i32.shr_u (i32.load (local.get $from)) (i32.const 1)))
        (local.set $unit (i32.add (local.get $begin) (i32.shl (local.get $at) (i32.const 1))))
        (local.set $index
          (i32.shr_u
            (i32.mul
              (i32.xor (i32.shl (i32.load16_u (local.get $unit)) (i32.const 16)) (i32.load16_u offset=2 (local.get $unit)))
              (i32.const 0x9e3779b1))
            (local.get $shift)))
        (i32.store (local.get $to) (local.get $at))
        (local.set $to
          (i32.add (local.get $to)
            (i32.shl
              (i32.or (local.get $letter)
                (i32.and (i32.const 1)
                  (i32.shr_u (i32.load8_u (i32.add (local.get $bits) (i32.shr_u (local.get $index) (i32.const 3))))
                    (i32.and (local.get $index) (i32.const 7)))))
              (i32.const 2))))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $to) (local.get $sites)) (i32.const 2)))

  ;; Takes back that two codes may begin at a place where nothing like enough speaks for a disguise, and answers how many
  ;; places are left. $weights: what a character of each rarity can say at most as the term's own, then as another one
  ;; in its place. At least $needed must be said, less $per for what is odd within $reach units around.
  (func (export "doubt")
    (param $places i32) (param $count i32) (param $starts i32) (param $units i32) (param $length i32)
    (param $rarities i32) (param $weights i32) (param $tallies i32)
    (param $needed f64) (param $per f64) (param $reach i32) (param $few i32) (result i32)
    (local $from i32) (local $to i32) (local $end i32) (local $place i32) (local $at i32)
    (local $left i32) (local $right i32) (local $a i32) (local $b i32) (local $counted i32)
    (local $lacks f64)
    (local.set $from (local.get $places))
    (local.set $to (local.get $places))
    (local.set $end (i32.add (local.get $places) (i32.shl (local.get $count) (i32.const 2))))
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $place (i32.load (local.get $from)))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (if (i32.and (local.get $place) (i32.const 1))
          (then
            (local.set $at (i32.add (local.get $starts) (i32.and (local.get $place) (i32.const -4))))
            (local.set $left (i32.load (local.get $at)))
            (local.set $right (i32.load offset=4 (local.get $at)))
            (local.set $a (call $weightsOf (local.get $left) (local.get $units) (local.get $rarities) (local.get $weights)))
            (local.set $b (call $weightsOf (local.get $right) (local.get $units) (local.get $rarities) (local.get $weights)))
            (local.set $right
              (i32.add (local.get $right)
                (call $unitsAt (i32.add (local.get $units) (i32.shl (local.get $right) (i32.const 1))))))
            ;; What is counted around: up to the place and behind it.
            (local.set $counted
              (i32.add
                (i32.sub
                  (call $tallyAt (local.get $tallies) (local.get $left))
                  (call $tallyAt (local.get $tallies)
                    (select (i32.sub (local.get $left) (local.get $reach)) (i32.const 0)
                      (i32.gt_s (local.get $left) (local.get $reach)))))
                (i32.sub
                  (call $tallyAt (local.get $tallies)
                    (select (i32.add (local.get $right) (local.get $reach)) (local.get $length)
                      (i32.lt_s (i32.add (local.get $right) (local.get $reach)) (local.get $length))))
                  (call $tallyAt (local.get $tallies) (local.get $right)))))
            (local.set $lacks
              (f64.sub (local.get $needed)
                (f64.max
                  (f64.add (f64.load offset=2048 (local.get $a))
                    (f64.max (f64.load (local.get $b)) (f64.load offset=2048 (local.get $b))))
                  (f64.add (f64.load (local.get $a)) (f64.load offset=2048 (local.get $b))))))
            ;; Whether it is more than $per times the root of the odd share; compared as squares.
            (if (i32.and
                  (f64.gt (local.get $lacks) (f64.const 0))
                  (f64.gt
                    (f64.mul (f64.mul (local.get $lacks) (local.get $lacks))
                      (f64.convert_i32_s
                        (select (i32.and (local.get $counted) (i32.const 0xffff)) (local.get $few)
                          (i32.gt_u (i32.and (local.get $counted) (i32.const 0xffff)) (local.get $few)))))
                    (f64.mul (f64.mul (local.get $per) (local.get $per))
                      (f64.convert_i32_s (i32.shr_u (local.get $counted) (i32.const 16))))))
              (then (local.set $place (i32.and (local.get $place) (i32.const -2)))))))
        (i32.store (local.get $to) (local.get $place))
        (local.set $to
          (i32.add (local.get $to)
            (i32.shl (i32.ne (i32.const 0) (i32.and (local.get $place) (i32.const 3))) (i32.const 2))))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $to) (local.get $places)) (i32.const 2)))

  ;; Where the weights of the rarity of a unit lie.
  (func $weightsOf (param $at i32) (param $units i32) (param $rarities i32) (param $weights i32) (result i32)
    (i32.add (local.get $weights)
      (i32.shl
        (i32.load8_u (i32.add (local.get $rarities)
          (i32.load16_u (i32.add (local.get $units) (i32.shl (local.get $at) (i32.const 1))))))
        (i32.const 3))))

  (func $tallyAt (param $tallies i32) (param $at i32) (result i32)
    (i32.load (i32.add (local.get $tallies) (i32.shl (local.get $at) (i32.const 2)))))

  ;; How many units the character has that begins at an address.
  (func $unitsAt (param $at i32) (result i32)
    (i32.add (i32.const 1)
      (i32.and
        (i32.eq (i32.and (i32.load16_u (local.get $at)) (i32.const 0xfc00)) (i32.const 0xd800))
        (i32.eq (i32.and (i32.load16_u offset=2 (local.get $at)) (i32.const 0xfc00)) (i32.const 0xdc00)))))
)
