;; The inner loops of the scanner, over one memory that the host lays out (see kernel.ts). The same loops stand in
;; TypeScript beside who asks for them: reading.ts, sieve.ts, term-index.ts, disguise/survey.ts and quick-look.ts; a
;; test holds them equal. Compiled by tools/make-kernel.mjs.
(module
  (memory (import "host" "memory") 1)

  ;; Spells units as codes: a code of the table for each, where it stood beside it; passed over ones leave no trace.
  ;; Stops at the first unit that needs a closer look and answers where. At $state: how many codes there are, where
  ;; the first marked one lies, how many letters were called out; then, for those, where their forms and the two halves of
  ;; the map of what may precede them lie, and where their places are written; and, after what the search puts there,
  ;; where the last marked code ends, 0 where none is marked. A letter is called out where the unit before it may precede
  ;; its form. One unit must stand before the first.
  (func (export "spell")
    (param $table i32) (param $units i32) (param $at i32) (param $end i32)
    (param $codes i32) (param $starts i32) (param $state i32) (result i32)
    (local $code i32) (local $to i32) (local $beside i32) (local $markedTo i32) (local $called i32)
    ;; Starts lie at twice the place of their codes, and so far on.
    (local.set $beside (i32.sub (local.get $starts) (i32.shl (local.get $codes) (i32.const 1))))
    (local.set $to (i32.add (local.get $codes) (i32.shl (i32.load (local.get $state)) (i32.const 1))))
    (local.set $called (i32.load offset=8 (local.get $state)))
    (local.set $markedTo (i32.load offset=32 (local.get $state)))
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
              (then
                (if (i32.eqz (local.get $markedTo)) (then (i32.store offset=4 (local.get $state) (local.get $to))))
                (local.set $markedTo (i32.add (local.get $to) (i32.const 2))))
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
        (i32.store16 (local.get $to) (local.get $code))
        (i32.store (i32.add (local.get $beside) (i32.shl (local.get $to) (i32.const 1))) (local.get $at))
        (local.set $to
          (i32.add (local.get $to) (i32.shl (i32.ne (local.get $code) (i32.const 1)) (i32.const 1))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (i32.store (local.get $state) (i32.shr_u (i32.sub (local.get $to) (local.get $codes)) (i32.const 1)))
    (i32.store offset=8 (local.get $state) (local.get $called))
    (i32.store offset=32 (local.get $state) (local.get $markedTo))
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
  ;; several, whose lists lie at $sets. Answers how many places there are. First every place is looked at without a
  ;; branch, as most are ruled out and nobody can guess which are not; then those that are left are looked at closer,
  ;; as $goesOn does: here it is written out, because a call takes longer than what it does.
  (func (export "sieve")
    (param $codes i32) (param $length i32) (param $pairs i32) (param $pairShift i32)
    (param $triples i32) (param $tripleShift i32) (param $fours i32) (param $fourShift i32)
    (param $bit i32) (param $sets i32) (param $scratch i32) (param $out i32) (result i32)
    (local $k i32) (local $rolling i32) (local $pair i32) (local $triple i32) (local $to i32)
    (local $a i32) (local $b i32) (local $c i32) (local $may i32) (local $at i32) (local $end i32)
    (local.set $to (local.get $out))
    (local.set $at (local.get $codes))
    (local.set $a (i32.load16_u (local.get $at)))
    (local.set $b (i32.load16_u offset=2 (local.get $at)))
    (local.set $rolling (i32.xor (i32.shl (local.get $a) (i32.const 11)) (local.get $b)))
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $k) (local.get $length)))
        (local.set $c (i32.load16_u offset=4 (local.get $at)))
        (local.set $pair
          (i32.shr_u (i32.mul (i32.and (local.get $rolling) (i32.const 0x3fffff)) (i32.const 0x85ebca6b))
            (local.get $pairShift)))
        (local.set $rolling (i32.xor (i32.shl (local.get $rolling) (i32.const 11)) (local.get $c)))
        (local.set $triple
          (i32.shr_u (i32.mul (local.get $rolling) (i32.const 0x9e3779b1)) (local.get $tripleShift)))
        (local.set $may
          (i32.or
            (i32.and (i32.const 1)
      (i32.shr_u (i32.load (i32.add (local.get $pairs) (i32.shl (i32.shr_u (local.get $pair) (i32.const 5)) (i32.const 2)))) (local.get $pair)))
            (i32.shl
              (i32.or
                (i32.and (i32.const 1)
      (i32.shr_u (i32.load (i32.add (local.get $triples) (i32.shl (i32.shr_u (local.get $triple) (i32.const 5)) (i32.const 2)))) (local.get $triple)))
                (i32.ne (i32.const 0)
                  (i32.and (local.get $bit) (i32.or (local.get $a) (i32.or (local.get $b) (local.get $c))))))
              (i32.const 1))))
        (i32.store (local.get $to) (i32.or (i32.shl (local.get $k) (i32.const 2)) (local.get $may)))
        (local.set $to
          (i32.add (local.get $to) (i32.shl (i32.ne (local.get $may) (i32.const 0)) (i32.const 2))))
        (local.set $a (local.get $b))
        (local.set $b (local.get $c))
        (local.set $at (i32.add (local.get $at) (i32.const 2)))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br $next)))
    (local.set $end (local.get $to))
    (local.set $to (local.get $out))
    (local.set $at (local.get $out))
    (block $done
      (loop $left
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $may (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $k (i32.add (local.get $codes) (i32.shl (i32.shr_u (local.get $may) (i32.const 2)) (i32.const 1))))
        (local.set $a (i32.load16_u (local.get $k)))
        (local.set $b (i32.load16_u offset=2 (local.get $k)))
        (local.set $c (i32.load16_u offset=4 (local.get $k)))
        (local.set $k (i32.load16_u offset=6 (local.get $k)))
        (local.set $may
          (i32.or
            (i32.and (local.get $may) (i32.const -4))
            (if (result i32)
              (i32.and (local.get $bit) (i32.or (local.get $a) (i32.or (local.get $b) (local.get $c))))
              (then
                (call $mayMean (local.get $a) (local.get $b) (local.get $c) (local.get $k) (local.get $pairs)
                  (local.get $pairShift) (local.get $triples) (local.get $tripleShift) (local.get $fours)
                  (local.get $fourShift) (local.get $bit) (local.get $sets) (local.get $scratch)))
              (else
                (i32.and (local.get $may)
                  (i32.or (i32.const 1)
                    (i32.shl
                      (i32.or
                        (i32.ne (i32.const 0) (i32.and (local.get $k) (local.get $bit)))
                        (i32.and (i32.const 1)
                          (i32.or
                            (i32.shr_u
                              (i32.load (i32.add (local.get $fours) (i32.shl (i32.shr_u
                                (local.tee $pair
                                  (i32.shr_u
                                    (i32.mul
                                      (local.tee $rolling
                                        (i32.mul
                                          (i32.xor
                                            (i32.shl (i32.xor (i32.shl (local.get $a) (i32.const 11)) (local.get $b)) (i32.const 11))
                                            (local.get $c))
                                          (i32.const 0x85ebca6b)))
                                      (i32.const 0x9e3779b1))
                                    (local.get $fourShift)))
                                (i32.const 5)) (i32.const 2))))
                              (local.get $pair))
                            (i32.shr_u
                              (i32.load (i32.add (local.get $fours) (i32.shl (i32.shr_u
                                (local.tee $triple
                                  (i32.shr_u (i32.mul (i32.xor (local.get $rolling) (local.get $k)) (i32.const 0x9e3779b1))
                                    (local.get $fourShift)))
                                (i32.const 5)) (i32.const 2))))
                              (local.get $triple)))))
                      (i32.const 1))))))))
        (i32.store (local.get $to) (local.get $may))
        (local.set $to
          (i32.add (local.get $to)
            (i32.shl (i32.ne (i32.const 0) (i32.and (local.get $may) (i32.const 3))) (i32.const 2))))
        (br $left)))
    (i32.shr_u (i32.sub (local.get $to) (local.get $out)) (i32.const 2)))

  ;; Whether three codes, rolled into one value, are a sequence or begin one with the code behind them; always where that
  ;; stands for several.
  (func $goesOn
    (param $three i32) (param $next i32) (param $fours i32) (param $fourShift i32) (param $bit i32) (result i32)
    (local $index i32)
    (local.set $three (i32.mul (local.get $three) (i32.const 0x85ebca6b)))
    (i32.or
      (i32.ne (i32.const 0) (i32.and (local.get $next) (local.get $bit)))
      (i32.or
        (i32.and (i32.const 1)
      (i32.shr_u (i32.load (i32.add (local.get $fours) (i32.shl (i32.shr_u (local.tee $index (i32.shr_u (i32.mul (local.get $three) (i32.const 0x9e3779b1)) (local.get $fourShift))) (i32.const 5)) (i32.const 2)))) (local.get $index)))
        (i32.and (i32.const 1)
      (i32.shr_u (i32.load (i32.add (local.get $fours) (i32.shl (i32.shr_u (local.tee $index (i32.shr_u (i32.mul (i32.xor (local.get $three) (local.get $next)) (i32.const 0x9e3779b1))
            (local.get $fourShift))) (i32.const 5)) (i32.const 2)))) (local.get $index))))))

  ;; What may begin here in some meaning of three codes: 1 for two codes, 2 for more, 3 for both.
  (func $mayMean
    (param $a i32) (param $b i32) (param $c i32) (param $next i32) (param $pairs i32) (param $pairShift i32)
    (param $triples i32) (param $tripleShift i32) (param $fours i32) (param $fourShift i32) (param $bit i32)
    (param $sets i32) (param $scratch i32) (result i32)
    (local $aTo i32) (local $bFrom i32) (local $bTo i32) (local $cFrom i32) (local $cTo i32)
    (local $two i32) (local $three i32) (local $may i32) (local $index i32) (local $list i32)
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
      (i32.shr_u (i32.load (i32.add (local.get $pairs) (i32.shl (i32.shr_u (local.tee $index (i32.shr_u
                        (i32.mul (i32.and (local.get $two) (i32.const 0x3fffff)) (i32.const 0x85ebca6b))
                        (local.get $pairShift))) (i32.const 5)) (i32.const 2)))) (local.get $index)))))
                (local.set $two (i32.shl (local.get $two) (i32.const 11)))
                (local.set $c (local.get $cFrom))
                (loop $eachC
                  (if (i32.lt_u (local.get $c) (local.get $cTo))
                    (then
                      (local.set $three (i32.xor (local.get $two) (i32.load16_u (local.get $c))))
                      (if (i32.and (i32.const 1)
      (i32.shr_u (i32.load (i32.add (local.get $triples) (i32.shl (i32.shr_u (local.tee $index (i32.shr_u (i32.mul (local.get $three) (i32.const 0x9e3779b1)) (local.get $tripleShift))) (i32.const 5)) (i32.const 2)))) (local.get $index)))
                        (then
                          (local.set $may
                            (i32.or (local.get $may)
                              (i32.shl
                                (call $goesOn (local.get $three) (local.get $next) (local.get $fours)
                                  (local.get $fourShift) (local.get $bit))
                                (i32.const 1))))))
                      (local.set $c (i32.add (local.get $c) (i32.const 2)))
                      (br $eachC))))
                (local.set $b (i32.add (local.get $b) (i32.const 2)))
                (br $eachB))))
          (local.set $a (i32.add (local.get $a) (i32.const 2)))
          (br $eachA))))
    (local.get $may))

  ;; Looks up which sequences stand at places, from one of them on: for each its term, and the places of its first and
  ;; last code. Where more than 16 sequences begin alike, or a code behind the third stands for several, it writes -1, the
  ;; place and what may begin there, and leaves the place to the host. Stops where there may be no room for what another
  ;; place has; answers where, and puts the end of what it wrote into $state.
  (func (export "search")
    (param $codes i32) (param $places i32) (param $from i32) (param $count i32)
    (param $entries i32) (param $slots i32) (param $mask i32)
    (param $pairs i32) (param $pairShift i32) (param $triples i32) (param $tripleShift i32)
    (param $fours i32) (param $fourShift i32) (param $bit i32) (param $sets i32) (param $scratch i32)
    (param $out i32) (param $limit i32) (param $state i32) (result i32)
    (local $first i32) (local $may i32) (local $at i32) (local $a i32) (local $b i32) (local $c i32) (local $to i32)
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $from) (local.get $count)))
        (br_if $stop (i32.ge_u (local.get $out) (local.get $limit)))
        (local.set $may (i32.load (i32.add (local.get $places) (i32.shl (local.get $from) (i32.const 2)))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (local.set $first (i32.shr_u (local.get $may) (i32.const 2)))
        (local.set $may (i32.and (local.get $may) (i32.const 3)))
        (local.set $at (i32.add (local.get $codes) (i32.shl (local.get $first) (i32.const 1))))
        (local.set $a (i32.load16_u (local.get $at)))
        (local.set $b (i32.load16_u offset=2 (local.get $at)))
        (local.set $c (i32.load16_u offset=4 (local.get $at)))
        (local.set $to
          (if (result i32) (i32.and (local.get $bit) (i32.or (local.get $a) (i32.or (local.get $b) (local.get $c))))
            (then
              (call $searchEach (local.get $at) (local.get $first) (local.get $may) (local.get $out)
                (local.get $limit) (local.get $entries) (local.get $slots) (local.get $mask)
                (local.get $pairs) (local.get $pairShift) (local.get $triples) (local.get $tripleShift)
                (local.get $fours) (local.get $fourShift) (local.get $bit) (local.get $sets) (local.get $scratch)))
            (else
              (call $searchOne (local.get $a) (local.get $b) (local.get $c) (local.get $at) (local.get $first)
                (local.get $may) (local.get $out) (local.get $entries) (local.get $slots) (local.get $mask)
                (local.get $bit)))))
        (local.set $out
          (if (result i32) (local.get $to)
            (then (local.get $to))
            (else (call $found (local.get $out) (i32.const -1) (local.get $first) (local.get $may)))))
        (br $next)))
    (i32.store offset=28 (local.get $state) (local.get $out))
    (local.get $from))

  ;; Looks up the sequences that begin with codes which stand for one syllable each: two of them if $may has 1, three and
  ;; more if it has 2; answers where what it wrote ends, or 0 where the place must be left to the host.
  (func $searchOne
    (param $a i32) (param $b i32) (param $c i32) (param $at i32) (param $first i32) (param $may i32) (param $out i32)
    (param $entries i32) (param $slots i32) (param $mask i32) (param $bit i32) (result i32)
    (local $entry i32) (local $left i32) (local $size i32) (local $depth i32) (local $code i32)
    (if (i32.and (local.get $may) (i32.const 1))
      (then
        (local.set $entry
          (call $find (local.get $a) (local.get $b) (i32.const 0x10000)
            (local.get $entries) (local.get $slots) (local.get $mask)))
        (if (local.get $entry)
          (then
            (local.set $left (i32.load16_u offset=2 (local.get $entry)))
            (if (i32.gt_u (local.get $left) (i32.const 16)) (then (return (i32.const 0))))
            (loop $sibling
              (local.set $out
                (call $found (local.get $out) (i32.load offset=4 align=2 (local.get $entry)) (local.get $first)
                  (i32.add (local.get $first) (i32.const 1))))
              (local.set $entry (i32.add (local.get $entry) (i32.const 12)))
              (br_if $sibling (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))))))
    (if (i32.eqz (i32.and (local.get $may) (i32.const 2))) (then (return (local.get $out))))
    (local.set $entry
      (call $find (local.get $a) (local.get $b) (local.get $c)
        (local.get $entries) (local.get $slots) (local.get $mask)))
    (if (i32.eqz (local.get $entry)) (then (return (local.get $out))))
    (local.set $left (i32.load16_u offset=2 (local.get $entry)))
    (if (i32.gt_u (local.get $left) (i32.const 16)) (then (return (i32.const 0))))
    (loop $sibling
      (local.set $size (i32.load16_u (local.get $entry)))
      (local.set $depth (i32.const 3))
      (block $differs
        (loop $deeper
          (if (i32.lt_u (local.get $depth) (local.get $size))
            (then
              (local.set $code
                (i32.load16_u (i32.add (local.get $at) (i32.shl (local.get $depth) (i32.const 1)))))
              (if (i32.ne (local.get $code)
                    (i32.load16_u offset=8
                      (i32.add (local.get $entry) (i32.shl (local.get $depth) (i32.const 1)))))
                (then
                  (br_if $differs (i32.eqz (i32.and (local.get $code) (local.get $bit))))
                  (return (i32.const 0))))
              (local.set $depth (i32.add (local.get $depth) (i32.const 1)))
              (br $deeper))))
        (local.set $out
          (call $found (local.get $out) (i32.load offset=4 align=2 (local.get $entry)) (local.get $first)
            (i32.sub (i32.add (local.get $first) (local.get $size)) (i32.const 1)))))
      (local.set $entry (i32.add (local.get $entry) (i32.shl (i32.add (local.get $size) (i32.const 4)) (i32.const 1))))
      (br_if $sibling (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (local.get $out))

  ;; The same in every meaning of the first three codes; also 0 where there is no room for all of it.
  (func $searchEach
    (param $at i32) (param $first i32) (param $may i32) (param $out i32) (param $limit i32)
    (param $entries i32) (param $slots i32) (param $mask i32)
    (param $pairs i32) (param $pairShift i32) (param $triples i32) (param $tripleShift i32)
    (param $fours i32) (param $fourShift i32) (param $bit i32) (param $sets i32) (param $scratch i32) (result i32)
    (local $a i32) (local $b i32) (local $c i32) (local $next i32) (local $list i32) (local $index i32)
    (local $aFrom i32) (local $aTo i32) (local $bFrom i32) (local $bTo i32) (local $cFrom i32) (local $cTo i32)
    (local $bAt i32) (local $cAt i32) (local $two i32) (local $three i32) (local $can i32)
    (local.set $a (i32.load16_u (local.get $at)))
    (local.set $b (i32.load16_u offset=2 (local.get $at)))
    (local.set $c (i32.load16_u offset=4 (local.get $at)))
    (local.set $next (i32.load16_u offset=6 (local.get $at)))
    (if (i32.and (local.get $a) (local.get $bit))
      (then
        (local.set $list
          (i32.add (local.get $sets) (i32.shl (i32.xor (local.get $a) (local.get $bit)) (i32.const 2))))
        (local.set $aFrom (i32.add (local.get $sets) (i32.load (local.get $list))))
        (local.set $aTo (i32.add (local.get $sets) (i32.load offset=4 (local.get $list)))))
      (else
        (i32.store16 offset=0 (local.get $scratch) (local.get $a))
        (local.set $aFrom (i32.add (local.get $scratch) (i32.const 0)))
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
      (if (i32.lt_u (local.get $aFrom) (local.get $aTo))
        (then
          (local.set $a (i32.load16_u (local.get $aFrom)))
          (local.set $bAt (local.get $bFrom))
          (loop $eachB
            (if (i32.lt_u (local.get $bAt) (local.get $bTo))
              (then
                (local.set $b (i32.load16_u (local.get $bAt)))
                (local.set $two (i32.xor (i32.shl (local.get $a) (i32.const 11)) (local.get $b)))
                (local.set $can
                  (i32.and (local.get $may)
                    (i32.and (i32.const 1)
      (i32.shr_u (i32.load (i32.add (local.get $pairs) (i32.shl (i32.shr_u (local.tee $index (i32.shr_u (i32.mul (i32.and (local.get $two) (i32.const 0x3fffff)) (i32.const 0x85ebca6b)) (local.get $pairShift))) (i32.const 5)) (i32.const 2)))) (local.get $index)))))
                (if (local.get $can)
                  (then
                    (if (i32.gt_u (local.get $out) (local.get $limit)) (then (return (i32.const 0))))
                    (local.set $out
                      (call $searchOne (local.get $a) (local.get $b) (i32.const 0) (local.get $at) (local.get $first)
                        (i32.const 1) (local.get $out) (local.get $entries) (local.get $slots) (local.get $mask)
                        (local.get $bit)))
                    (if (i32.eqz (local.get $out)) (then (return (i32.const 0))))))
                (local.set $two (i32.shl (local.get $two) (i32.const 11)))
                (local.set $cAt (local.get $cFrom))
                (loop $eachC
                  (if (i32.lt_u (local.get $cAt) (local.get $cTo))
                    (then
                      (local.set $c (i32.load16_u (local.get $cAt)))
                      (local.set $three (i32.xor (local.get $two) (local.get $c)))
                      (if (i32.and (i32.const 1)
      (i32.shr_u (i32.load (i32.add (local.get $triples) (i32.shl (i32.shr_u (local.tee $index (i32.shr_u (i32.mul (local.get $three) (i32.const 0x9e3779b1)) (local.get $tripleShift))) (i32.const 5)) (i32.const 2)))) (local.get $index)))
                        (then
                          (if (call $goesOn (local.get $three) (local.get $next) (local.get $fours)
                                (local.get $fourShift) (local.get $bit))
                            (then
                              (if (i32.gt_u (local.get $out) (local.get $limit)) (then (return (i32.const 0))))
                              (local.set $out
                                (call $searchOne (local.get $a) (local.get $b) (local.get $c) (local.get $at)
                                  (local.get $first) (i32.const 2) (local.get $out) (local.get $entries)
                                  (local.get $slots) (local.get $mask) (local.get $bit)))
                              (if (i32.eqz (local.get $out)) (then (return (i32.const 0))))))))
                      (local.set $cAt (i32.add (local.get $cAt) (i32.const 2)))
                      (br $eachC))))
                (local.set $bAt (i32.add (local.get $bAt) (i32.const 2)))
                (br $eachB))))
          (local.set $aFrom (i32.add (local.get $aFrom) (i32.const 2)))
          (br $eachA))))
    (local.get $out))

  ;; Writes what was found, and answers where the next is written.
  (func $found (param $out i32) (param $term i32) (param $first i32) (param $last i32) (result i32)
    (i32.store (local.get $out) (local.get $term))
    (i32.store offset=4 (local.get $out) (local.get $first))
    (i32.store offset=8 (local.get $out) (local.get $last))
    (i32.add (local.get $out) (i32.const 12)))

  ;; Where the first entry lies that begins with three codes, or is the two before 0x10000; 0 where there is none.
  (func $find
    (param $a i32) (param $b i32) (param $c i32) (param $entries i32) (param $slots i32) (param $mask i32) (result i32)
    (local $hash i32) (local $print i32) (local $slot i32) (local $entry i32)
    (local.set $hash
      (i32.mul
        (i32.xor
          (i32.mul
            (i32.xor (i32.mul (local.get $a) (i32.const 0x9e3779b1)) (local.get $b))
            (i32.const 0x85ebca6b))
          (local.get $c))
        (i32.const 0xc2b2ae35)))
    (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15))))
    (local.set $print (i32.and (i32.or (local.get $hash) (i32.const 0x1000000)) (i32.const 0xff000000)))
    (loop $next
      (local.set $slot
        (i32.load
          (i32.add (local.get $slots)
            (i32.shl (i32.and (local.get $hash) (local.get $mask)) (i32.const 2)))))
      (if (i32.eqz (local.get $slot)) (then (return (i32.const 0))))
      (if (i32.eq (i32.and (local.get $slot) (i32.const 0xff000000)) (local.get $print))
        (then
          (local.set $entry
            (i32.add (local.get $entries) (i32.shl (i32.and (local.get $slot) (i32.const 0xffffff)) (i32.const 1))))
          (if (i32.and
                (i32.and
                  (i32.eq (i32.load16_u offset=8 (local.get $entry)) (local.get $a))
                  (i32.eq (i32.load16_u offset=10 (local.get $entry)) (local.get $b)))
                (select
                  (i32.eq (i32.load16_u (local.get $entry)) (i32.const 2))
                  (i32.and
                    (i32.gt_u (i32.load16_u (local.get $entry)) (i32.const 2))
                    (i32.eq (i32.load16_u offset=12 (local.get $entry)) (local.get $c)))
                  (i32.eq (local.get $c) (i32.const 0x10000))))
            (then (return (local.get $entry))))))
      (local.set $hash (i32.add (local.get $hash) (i32.const 1)))
      (br $next))
    (unreachable))

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
                  (i32.shr_u (i32.load (i32.add (local.get $bits) (i32.shl (i32.shr_u (local.get $index) (i32.const 5)) (i32.const 2))))
                    (local.get $index))))
              (i32.const 2))))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $to) (local.get $sites)) (i32.const 2)))

  ;; Takes back that two codes may begin at a place where nothing like enough speaks for a disguise, and answers how many
  ;; places are left. $weights: what a character of each rarity can say at most as the term's own, then as another one in
  ;; its place; $limits: see $lacksMore.
  (func (export "doubt")
    (param $places i32) (param $count i32) (param $starts i32) (param $units i32) (param $length i32)
    (param $rarities i32) (param $weights i32) (param $tallies i32) (param $limits i32) (result i32)
    (local $from i32) (local $to i32) (local $end i32) (local $place i32) (local $at i32)
    (local $left i32) (local $right i32) (local $a i32) (local $b i32)
    (local $same i32) (local $other i32) (local $most i32)
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
            (local.set $a
              (i32.add (local.get $weights)
                (i32.shl
                  (i32.load8_u (i32.add (local.get $rarities)
                    (i32.load16_u (i32.add (local.get $units) (i32.shl (local.get $left) (i32.const 1))))))
                  (i32.const 2))))
            (local.set $b
              (i32.add (local.get $weights)
                (i32.shl
                  (i32.load8_u (i32.add (local.get $rarities)
                    (i32.load16_u (i32.add (local.get $units) (i32.shl (local.get $right) (i32.const 1))))))
                  (i32.const 2))))
            ;; At least one of the two stands in the place of another.
            (local.set $other (i32.load offset=1024 (local.get $b)))
            (local.set $same (i32.load (local.get $b)))
            (local.set $most
              (i32.add (i32.load offset=1024 (local.get $a))
                (select (local.get $same) (local.get $other) (i32.gt_s (local.get $same) (local.get $other)))))
            (local.set $same (i32.add (i32.load (local.get $a)) (local.get $other)))
            (local.set $most
              (select (local.get $same) (local.get $most) (i32.gt_s (local.get $same) (local.get $most))))
            (if (call $lacksMore (local.get $most) (local.get $left) (local.get $right) (local.get $units)
                  (local.get $length) (local.get $tallies) (local.get $limits))
              (then (local.set $place (i32.and (local.get $place) (i32.const -2)))))))
        (i32.store (local.get $to) (local.get $place))
        (local.set $to
          (i32.add (local.get $to)
            (i32.shl (i32.ne (i32.const 0) (i32.and (local.get $place) (i32.const 3))) (i32.const 2))))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $to) (local.get $places)) (i32.const 2)))

  ;; Takes back what was found (see search) where it is the term itself, or nothing like enough speaks for a disguise;
  ;; answers where what is left ends. $folded: what each unit folds to; $characters: those of each term, from its
  ;; offset on. What is all of the text, which has $count codes, is held to less.
  (func (export "weigh")
    (param $found i32) (param $end i32) (param $starts i32) (param $units i32) (param $length i32) (param $count i32)
    (param $rarities i32) (param $weights i32) (param $folded i32) (param $characters i32) (param $offsets i32)
    (param $tallies i32) (param $limits i32) (result i32)
    (local $to i32) (local $term i32) (local $at i32) (local $last i32) (local $meant i32) (local $unit i32)
    (local $differs i32) (local $most i32) (local $other i32)
    (local.set $to (local.get $found))
    (block $stop
      (loop $next
        (br_if $stop (i32.ge_u (local.get $found) (local.get $end)))
        (local.set $term (i32.load (local.get $found)))
        (block $out
          (block $kept
            (br_if $kept (i32.lt_s (local.get $term) (i32.const 0)))
            (local.set $at
              (i32.add (local.get $starts) (i32.shl (i32.load offset=4 (local.get $found)) (i32.const 2))))
            (local.set $last
              (i32.add (local.get $starts) (i32.shl (i32.load offset=8 (local.get $found)) (i32.const 2))))
            (local.set $meant
              (i32.add (local.get $characters)
                (i32.shl
                  (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $term) (i32.const 2))))
                  (i32.const 1))))
            (local.set $differs (i32.const 0))
            (local.set $most (i32.const 0))
            (loop $character
              (local.set $unit
                (i32.load16_u
                  (i32.add (local.get $units) (i32.shl (i32.load (local.get $at)) (i32.const 1)))))
              (local.set $other
                (i32.ne (i32.load16_u (local.get $meant))
                  (i32.load16_u (i32.add (local.get $folded) (i32.shl (local.get $unit) (i32.const 1))))))
              (local.set $differs (i32.or (local.get $differs) (local.get $other)))
              (local.set $most
                (i32.add (local.get $most)
                  (i32.load
                    (i32.add
                      (i32.add (local.get $weights) (i32.shl (local.get $other) (i32.const 10)))
                      (i32.shl (i32.load8_u (i32.add (local.get $rarities) (local.get $unit))) (i32.const 2))))))
              (local.set $meant (i32.add (local.get $meant) (i32.const 2)))
              (local.set $at (i32.add (local.get $at) (i32.const 4)))
              (br_if $character (i32.le_u (local.get $at) (local.get $last))))
            (br_if $out (i32.eqz (local.get $differs)))
            (br_if $kept
              (i32.eq (local.get $count)
                (i32.add (i32.const 1)
                  (i32.sub (i32.load offset=8 (local.get $found)) (i32.load offset=4 (local.get $found))))))
            (br_if $out
              (call $lacksMore (local.get $most)
                (i32.load
                  (i32.add (local.get $starts) (i32.shl (i32.load offset=4 (local.get $found)) (i32.const 2))))
                (i32.load (local.get $last)) (local.get $units) (local.get $length) (local.get $tallies)
                (local.get $limits))))
          (i32.store (local.get $to) (local.get $term))
          (i64.store offset=4 align=4 (local.get $to) (i64.load offset=4 align=4 (local.get $found)))
          (local.set $to (i32.add (local.get $to) (i32.const 12))))
        (local.set $found (i32.add (local.get $found) (i32.const 12)))
        (br $next)))
    (local.get $to))

  ;; Whether a run that says $most, whose characters begin at the units $left to $right, lacks more than its surroundings
  ;; can add: more than the weight of oddness times the root of the odd share within reach. Compared as squares. $limits:
  ;; what must be said, how far is looked, the fewest Chinese characters that tell something, the weight squared.
  (func $lacksMore
    (param $most i32) (param $left i32) (param $right i32) (param $units i32) (param $length i32)
    (param $tallies i32) (param $limits i32) (result i32)
    (local $lacks i64) (local $counted i32) (local $reach i32) (local $chinese i32) (local $few i32)
    (local.set $lacks
      (i64.extend_i32_s (i32.sub (i32.load (local.get $limits)) (local.get $most))))
    (local.set $reach (i32.load offset=4 (local.get $limits)))
    (local.set $few (i32.load offset=8 (local.get $limits)))
    (local.set $right
      (i32.add (local.get $right)
        (call $unitsAt (i32.add (local.get $units) (i32.shl (local.get $right) (i32.const 1))))))
    ;; What is counted around: up to the run and behind it.
    (local.set $counted
      (i32.add
        (i32.sub
          (i32.load (i32.add (local.get $tallies) (i32.shl (local.get $left) (i32.const 2))))
          (i32.load
            (i32.add (local.get $tallies)
              (i32.shl
                (select (i32.sub (local.get $left) (local.get $reach)) (i32.const 0)
                  (i32.gt_s (local.get $left) (local.get $reach)))
                (i32.const 2)))))
        (i32.sub
          (i32.load
            (i32.add (local.get $tallies)
              (i32.shl
                (select (i32.add (local.get $right) (local.get $reach)) (local.get $length)
                  (i32.lt_s (i32.add (local.get $right) (local.get $reach)) (local.get $length)))
                (i32.const 2))))
          (i32.load (i32.add (local.get $tallies) (i32.shl (local.get $right) (i32.const 2)))))))
    (local.set $chinese (i32.and (local.get $counted) (i32.const 0xffff)))
    (i32.and
      (i64.gt_s (local.get $lacks) (i64.const 0))
      (i64.gt_s
        (i64.mul (i64.mul (local.get $lacks) (local.get $lacks))
          (i64.extend_i32_u
            (select (local.get $chinese) (local.get $few) (i32.gt_u (local.get $chinese) (local.get $few)))))
        (i64.mul (i64.load offset=16 (local.get $limits))
          (i64.extend_i32_u (i32.shr_u (local.get $counted) (i32.const 16)))))))

  ;; How many units the character has that begins at an address.
  (func $unitsAt (param $at i32) (result i32)
    (i32.add (i32.const 1)
      (i32.and
        (i32.eq (i32.and (i32.load16_u (local.get $at)) (i32.const 0xfc00)) (i32.const 0xd800))
        (i32.eq (i32.and (i32.load16_u offset=2 (local.get $at)) (i32.const 0xfc00)) (i32.const 0xdc00)))))
)
