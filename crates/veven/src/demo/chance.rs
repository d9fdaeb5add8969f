//! Chance that can be repeated: the same seed gives the same municipality.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of chance.
pub struct Chance(ChaCha8Rng);

/// FNV-1a, to make a number of a name.
const fn number_of(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        at += 1;
    }
    hash
}

impl Chance {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// The stream that belongs to a name under a seed: adding somebody moves nobody else.
    pub fn of(seed: u64, name: &str) -> Self {
        Self::new(seed.rotate_left(32) ^ number_of(name))
    }

    /// A number.
    pub fn number(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number below `end`; zero when there is no room.
    pub fn below(&mut self, end: usize) -> usize {
        // The bias is far below anything that a demonstration shows.
        ((u128::from(self.number()) * end as u128) >> 64) as usize
    }

    /// A number from `least` to `most`, both possible.
    pub fn between(&mut self, least: i32, most: i32) -> i32 {
        least + self.below((most - least + 1).max(1) as usize) as i32
    }

    /// Yes once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// Some of several, in their own order.
    pub fn some<'a, T>(&mut self, all: &'a [T], count: usize) -> Vec<&'a T> {
        let mut left = count.min(all.len());
        let mut chosen = Vec::with_capacity(left);
        for (place, one) in all.iter().enumerate() {
            if self.below(all.len() - place) < left {
                chosen.push(one);
                left -= 1;
            }
        }
        chosen
    }

    /// Mixes an order.
    pub fn mix<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_and_another_name_another() {
        let numbers =
            |seed, name| -> Vec<usize> { (0..9).map(|_| Chance::of(seed, name).below(1000)).collect() };
        assert_eq!(numbers(198, "haddad"), numbers(198, "haddad"));
        assert_ne!(Chance::of(198, "haddad").number(), Chance::of(198, "olsen").number());
        assert_ne!(Chance::of(198, "haddad").number(), Chance::of(199, "haddad").number());
    }

    #[test]
    fn some_takes_as_many_as_asked_and_keeps_their_order() {
        let all: Vec<usize> = (0..20).collect();
        for count in 0..=25 {
            let chosen = Chance::new(count as u64).some(&all, count);
            assert_eq!(chosen.len(), count.min(20));
            assert!(chosen.windows(2).all(|two| two[0] < two[1]));
        }
    }
}
