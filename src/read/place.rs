//! Where the reading stands: a chain of links on the stack, so that a path costs nothing until
//! something is wrong.

use crate::FieldPath;
use crate::field_path::{Root, Step};

pub(crate) enum Place<'p> {
    Root(Root),
    Step { parent: &'p Place<'p>, step: Step },
}

impl Place<'static> {
    pub(crate) const HEAD: Self = Self::Root(Root::Head);
    pub(crate) const BODY: Self = Self::Root(Root::Body);
    pub(crate) const VALUE: Self = Self::Root(Root::Value);
}

impl Place<'_> {
    pub(crate) const fn member(&self, name: &'static str) -> Place<'_> {
        Place::Step { parent: self, step: Step::Name(name) }
    }

    pub(crate) const fn element(&self, index: usize) -> Place<'_> {
        Place::Step { parent: self, step: Step::Index(index) }
    }

    pub(crate) fn path(&self) -> FieldPath {
        let mut path = FieldPath::new(Root::Value);
        self.trace(&mut path);
        path
    }

    /// Writes down the path from the root to here.
    #[inline]
    pub(crate) fn trace(&self, path: &mut FieldPath) {
        let mut place = self;
        loop {
            match place {
                Self::Root(root) => return path.end_at(*root),
                Self::Step { parent, step } => {
                    path.push(*step);
                    place = parent;
                }
            }
        }
    }
}
