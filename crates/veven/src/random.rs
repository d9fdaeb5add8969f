//! Random numbers for ids, keys and tokens, from the operating system.

use std::cell::RefCell;

/// How many are fetched at a time. A page with many forms needs dozens, and each call to the operating system
/// costs about as much as the rest of a form.
const AT_ONCE: usize = 64;

thread_local! {
    static READY: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// A random number that nobody can foresee.
pub fn random() -> u64 {
    READY.with_borrow_mut(|ready| {
        ready.pop().unwrap_or_else(|| {
            let mut bytes = [0; 8 * AT_ONCE];
            // Without random numbers no session would be safe: better to stop at once than to go on.
            getrandom::fill(&mut bytes)
                .unwrap_or_else(|fault| unreachable!("no random numbers on this machine: {fault}"));
            let (numbers, _) = bytes.as_chunks::<8>();
            let mut numbers = numbers.iter().map(|number| u64::from_ne_bytes(*number));
            let first = numbers.next().unwrap_or_default();
            ready.extend(numbers);
            first
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_number_comes_twice_also_not_in_another_thread() {
        let draw = || (0..10 * AT_ONCE).map(|_| random()).collect::<Vec<_>>();
        let other = std::thread::spawn(draw);
        let all: HashSet<u64> = draw().into_iter().chain(other.join().unwrap()).collect();
        assert_eq!(all.len(), 20 * AT_ONCE);
    }
}
