//! A tiny deterministic generator for resampling: `SplitMix64` (Steele, Lea, Flood, OOPSLA 2014) with
//! Lemire's multiply-shift for whole numbers. Its stream never changes with a library's version, so
//! that the same facts give the same bytes for ever. Not for secrets.

/// The generator; the seed is its whole state.
#[derive(Debug, Clone)]
pub(crate) struct Resampler(u64);

impl Resampler {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A place below `len`; 0 when there is none. The bias is below len ÷ 2⁶⁴.
    pub(crate) fn below(&mut self, len: usize) -> usize {
        below_and_rest(self.next(), len).0
    }

    /// A generator of its own for a part of the work, so that parts may be done in any order.
    pub(crate) fn part(&mut self) -> Self {
        Self(self.next())
    }
}

/// A place below `len`, and what the number says beyond it: again a number of 64 bits, all of them alike
/// likely but for len ÷ 2⁶⁴.
pub(crate) fn below_and_rest(number: u64, len: usize) -> (usize, u64) {
    let wide = u128::from(number) * len as u128;
    ((wide >> 64) as usize, wide as u64)
}

/// The quantile of values sorted upwards, interpolated between neighbours (Hyndman–Fan 7).
pub(crate) fn quantile(sorted: &[f64], q: f64) -> Option<f64> {
    let place = q * (sorted.len().checked_sub(1)? as f64);
    let low = *sorted.get(place.floor() as usize)?;
    let high = sorted.get(place.ceil() as usize).copied().unwrap_or(low);
    Some(low + (high - low) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        let mut generator = Resampler::new(1_234_567);

        // First outputs of the reference implementation for this seed.
        assert_eq!(generator.next(), 6_457_827_717_110_365_317);
        assert_eq!(generator.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn places_stay_below_and_reach_every_one() {
        let mut generator = Resampler::new(7);
        let mut seen = [0_u32; 6];

        for _ in 0..6_000 {
            seen[generator.below(6)] += 1;
        }

        assert!(seen.iter().all(|count| (800..1_200).contains(count)), "{seen:?}");
    }

    #[test]
    fn quantiles_interpolate() {
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 0.75), Some(3.0));
        assert_eq!(quantile(&[], 0.5), None);
    }
}
