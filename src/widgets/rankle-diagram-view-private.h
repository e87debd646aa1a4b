/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-card.h"
#include "rankle-diagram-card.h"
#include "rankle-diagram-entry.h"
#include "rankle-diagram-front.h"
#include "rankle-diagram-view.h"
#include "rankle-term.h"

G_BEGIN_DECLS

/* Private to the files of the view. Each calls those below it only: the type with what
 * the study and GTK ask of it (rankle-diagram-view.c), input, menu, selection, words,
 * camera, paint, levels and map; none of these asks for the type. */

struct _RankleDiagramView
{
  GtkWidget        parent_instance;
  RankleStudy     *study;     /* (owned) (nullable) */
  RankleSpotlight *spotlight; /* (owned) (nullable) */

  /* All of these or none: the map of the study's model */
  RankleDiagram       *diagram;  /* (owned) (nullable) */
  RankleDiagramValues *values;   /* (owned) (nullable) */
  RankleTerm          *term;     /* (owned) (nullable): of @term_arc */
  guint                term_arc; /* whose term has been read, or RANKLE_NO_ARC */
  RankleDiagramFront  *front;    /* (owned) (nullable) */
  double              *phases; /* (owned) (nullable) (array length=arcs): of what flows */

  gboolean moving;
  gint64   last_frame; /* [us]; 0: nothing has moved yet */

  RankleDiagramTheme  theme;
  RankleDiagramCamera camera;      /* undefined without a map or a size */
  gboolean            fitted;      /* the camera follows the size */
  guint               selected;    /* glyph, or RANKLE_NO_GLYPH */
  gboolean            by_keys;     /* what was selected last came by the keyboard */
  guint               pointed;     /* glyph, or RANKLE_NO_GLYPH */
  guint               arc;         /* selected, or RANKLE_NO_ARC */
  guint               pointed_arc; /* or RANKLE_NO_ARC */
  RanklePoint         pointer;     /* undefined while has_pointer is not set */
  gboolean            has_pointer;
  RankleDiagramCamera gripped; /* when a drag or a pinch began */
  guint               telling; /* source of what tells assistive programs, or 0 */

  /* Borrowed: children */
  RankleDiagramCard  *card;
  GtkLabel           *absence; /* why there is no map */
  GtkPopoverMenu     *menu;    /* of the selected glyph, as the next */
  RankleDiagramEntry *entry;
  GtkMenuButton      *levels; /* seen where the map has some */
};

/* rankle-diagram-view-selection.c */
void _rankle_diagram_view_set_selected (RankleDiagramView *self, guint glyph);
/* @arc: only where there is no glyph. */
void _rankle_diagram_view_set_pointed (RankleDiagramView *self, guint glyph, guint arc);
/* The selected glyph stays so: it is one of its arcs. */
void _rankle_diagram_view_set_arc (RankleDiagramView *self, guint arc);
/* The glyph that the card tells of, or RANKLE_NO_GLYPH. */
guint _rankle_diagram_view_get_subject (RankleDiagramView *self);
/* The arc that the card tells of instead, or RANKLE_NO_ARC. */
guint _rankle_diagram_view_get_subject_arc (RankleDiagramView *self);
/* (transfer none) (nullable): what it stands for in the model's equations. */
const RankleTerm *_rankle_diagram_view_get_term (RankleDiagramView *self, guint arc);
/* (transfer full): "The binding of RANKL and OPG into RANKL–OPG" */
char *_rankle_diagram_view_describe_arc (RankleDiagramView *self, guint arc);
void  _rankle_diagram_view_update_card (RankleDiagramView *self);
void  _rankle_diagram_view_allocate_card (RankleDiagramView *self, int width, int height);

/* (nullable): the card of what stands there, if there is one. */
const RankleCard *_rankle_diagram_view_find_card (RankleDiagramView *self, guint glyph);

/* What can be done about nothing, or of a glyph that has no card, cannot be done. */
void _rankle_diagram_view_update_actions (RankleDiagramView *self);
/* Where the selected glyph lies. */
void _rankle_diagram_view_point_at (RankleDiagramView *self, GtkPopover *popover);

/* rankle-diagram-view-map.c */
void     _rankle_diagram_view_drop_map (RankleDiagramView *self);
gboolean _rankle_diagram_view_load_map (RankleDiagramView *self,
                                        RankleModel       *model,
                                        GError           **error);

/* rankle-diagram-view-paint.c */
/* What the map shows is another: where it is seen it is begun at once, and drawn again.
 */
void _rankle_diagram_view_begin_paint (RankleDiagramView *self);
void _rankle_diagram_view_paint (RankleDiagramView *self, GtkSnapshot *snapshot);

/* rankle-diagram-view-camera.c; all but the first and the last end the fit */
RankleDiagramCamera _rankle_diagram_view_get_fitted (RankleDiagramView *self);
void                _rankle_diagram_view_set_camera (RankleDiagramView  *self,
                                                     RankleDiagramCamera camera);
void                _rankle_diagram_view_zoom_at (RankleDiagramView  *self,
                                                  RankleDiagramCamera from,
                                                  double              factor,
                                                  RanklePoint         at);
void                _rankle_diagram_view_reveal (RankleDiagramView *self, guint glyph);
void                _rankle_diagram_view_zoom (RankleDiagramView *self, double factor);
void                _rankle_diagram_view_fit (RankleDiagramView *self);

/* rankle-diagram-view-levels.c */
/* As many of the map's as are shown; 0: it has none. */
guint    _rankle_diagram_view_get_levels (RankleDiagramView *self);
void     _rankle_diagram_view_set_levels (RankleDiagramView *self, guint levels);
gboolean _rankle_diagram_view_step_levels (RankleDiagramView *self, int by);
void     _rankle_diagram_view_update_levels (RankleDiagramView *self);
void     _rankle_diagram_view_add_levels (RankleDiagramView *self);
void
_rankle_diagram_view_allocate_levels (RankleDiagramView *self, int width, int height);

/* rankle-diagram-view-menu.c */
void _rankle_diagram_view_add_menu (RankleDiagramView *self);
void _rankle_diagram_view_install_menu (GtkWidgetClass *klass);

/* rankle-diagram-view-words.c */
void _rankle_diagram_view_tell (RankleDiagramView *self);
void _rankle_diagram_view_tell_at_rest (RankleDiagramView *self);

/* rankle-diagram-view-input.c */
void     _rankle_diagram_view_add_controllers (RankleDiagramView *self);
gboolean _rankle_diagram_view_focus (RankleDiagramView *self, GtkDirectionType direction);

G_END_DECLS
