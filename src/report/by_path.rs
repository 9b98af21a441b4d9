//! Violations grouped by path.

use alloc::vec::Vec;
use core::mem;

use super::{FieldPath, Violation};

/// Violations grouped by path: each path once, in the order of its first violation, with its violations in order
/// ([S16](crate::guide::contract#S16)).
pub(crate) struct ByPath<'v> {
    /// Group after group.
    violations: Vec<&'v Violation>,
    /// The end of each group.
    ends: Vec<usize>,
}

impl<'v> ByPath<'v> {
    /// Takes linear time, without a sort: sorting the paths would take as long as writing them.
    pub(super) fn new(violations: &'v [Violation]) -> Self {
        let mut index = PathIndex::new(violations.len());
        let groups: Vec<_> = violations.iter().map(|violation| index.group(violation.path())).collect();
        // The length of each group, then its start, then its end.
        let mut ends = alloc::vec![0; index.groups.len()];
        for group in &groups {
            if let Some(length) = ends.get_mut(*group) {
                *length += 1;
            }
        }
        let mut start = 0;
        for length in &mut ends {
            start += mem::replace(length, start);
        }
        let Some(first) = violations.first() else { return Self { violations: Vec::new(), ends } };
        let mut grouped = alloc::vec![first; violations.len()];
        for (group, violation) in groups.into_iter().zip(violations) {
            let Some(next) = ends.get_mut(group) else { continue };
            if let Some(slot) = grouped.get_mut(*next) {
                *slot = violation;
                *next += 1;
            }
        }
        Self { violations: grouped, ends }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'v FieldPath, &[&'v Violation])> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).filter_map(|(start, end)| {
            let violations = self.violations.get(start..*end)?;
            Some((violations.first()?.path(), violations))
        })
    }
}

/// A hash table of paths with linear probing. There are at most [`Violations::MAX_KEPT`], so no input makes it slow.
struct PathIndex<'v> {
    /// In the order of their first violation.
    groups: Vec<(usize, &'v FieldPath)>,
    /// The number of a group, or the greatest number. At most half of the slots are in use.
    slots: Vec<u16>,
}

impl<'v> PathIndex<'v> {
    fn new(count: usize) -> Self {
        Self { groups: Vec::with_capacity(count), slots: alloc::vec![u16::MAX; (2 * count).next_power_of_two()] }
    }

    /// The number of the group of a path, which is added if it is new.
    fn group(&mut self, path: &'v FieldPath) -> usize {
        let hash = path.hash_steps();
        let mask = self.slots.len() - 1;
        let mut at = hash & mask;
        loop {
            let slot = self.slots.get_mut(at);
            let group = slot.as_ref().map_or(usize::MAX, |slot| usize::from(**slot));
            match self.groups.get(group) {
                Some((other_hash, other)) if *other_hash == hash && path.has_steps_of(other) => return group,
                Some(_) => at = (at + 1) & mask,
                None => {
                    let group = self.groups.len();
                    if let Some(slot) = slot {
                        *slot = u16::try_from(group).unwrap_or(u16::MAX);
                    }
                    self.groups.push((hash, path));
                    return group;
                }
            }
        }
    }
}
