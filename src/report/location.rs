//! The location of a value: a linked list on the stack. Its path is written only if there is a violation.

use super::path::{FieldPath, Root, Step};

pub(crate) enum Location<'p> {
    Root(Root),
    Step { parent: &'p Location<'p>, step: Step },
}

impl Location<'static> {
    pub(crate) const REQUEST: Self = Self::Root(Root::Request);
    pub(crate) const BODY: Self = Self::Root(Root::Body);
    pub(crate) const VALUE: Self = Self::Root(Root::Value);
}

impl Location<'_> {
    #[inline]
    pub(crate) const fn property(&self, name: &'static str) -> Location<'_> {
        Location::Step { parent: self, step: Step::Name(name) }
    }

    #[inline]
    pub(crate) const fn element(&self, index: usize) -> Location<'_> {
        Location::Step { parent: self, step: Step::Index(index) }
    }

    pub(crate) const fn is_root(&self) -> bool {
        matches!(self, Self::Root(_))
    }

    pub(crate) fn to_path(&self) -> FieldPath {
        let mut path = FieldPath::new(Root::Value);
        self.write(&mut path);
        path
    }

    /// Writes the path from the root to here into an empty path.
    #[inline]
    pub(crate) fn write(&self, path: &mut FieldPath) {
        // No recursion up to the depth of the contract.
        match *self {
            Self::Root(root) => path.start(root, []),
            Self::Step { parent: Self::Root(root), step } => path.start(*root, [step]),
            Self::Step { parent: Location::Step { parent: Self::Root(root), step: first }, step } => {
                path.start(*root, [*first, step]);
            }
            Self::Step {
                parent:
                    Location::Step { parent: Location::Step { parent: Self::Root(root), step: first }, step: second },
                step,
            } => path.start(*root, [*first, *second, step]),
            Self::Step { .. } => self.write_deep(path),
        }
    }

    #[cold]
    #[inline(never)]
    fn write_deep(&self, path: &mut FieldPath) {
        if let Self::Step { parent, step } = *self {
            parent.write(path);
            path.push(step);
        }
    }
}
