/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-canvas.h"
#include "rankle-diagram-card.h"
#include "rankle-diagram-view.h"

G_BEGIN_DECLS

/* Private to the files of the view. Each calls those below it only: the type with what
 * the study and GTK ask of it (rankle-diagram-view.c), input, selection, words,
 * camera, paint and map; none of these asks for the type. */

struct _RankleDiagramView
{
  GtkWidget    parent_instance;
  RankleStudy *study; /* (owned) (nullable) */

  /* All of these or none: the map of the study's model */
  RankleDiagram       *diagram; /* (owned) (nullable) */
  RankleDiagramValues *values;  /* (owned) (nullable) */
  RankleDiagramCanvas *canvas;  /* (owned) (nullable) */
  double              *phases; /* (owned) (nullable) (array length=arcs): of what flows */

  gboolean moving;
  gint64   last_frame; /* [us]; 0: nothing has moved yet */

  RankleDiagramTheme  theme;
  RankleDiagramCamera camera;   /* undefined without a map or a size */
  gboolean            fitted;   /* the camera follows the size */
  guint               selected; /* glyph, or RANKLE_NO_GLYPH */
  gboolean            by_keys;  /* what was selected last came by the keyboard */
  guint               pointed;  /* glyph, or RANKLE_NO_GLYPH */
  RanklePoint         pointer;  /* undefined while has_pointer is not set */
  gboolean            has_pointer;
  RankleDiagramCamera gripped; /* when a drag or a pinch began */
  guint               telling; /* source of what tells assistive programs, or 0 */

  /* Borrowed: children */
  RankleDiagramCard *card;
  GtkLabel          *absence; /* why there is no map */
};

/* rankle-diagram-view-selection.c */
void _rankle_diagram_view_set_selected (RankleDiagramView *self, guint glyph);
void _rankle_diagram_view_set_pointed (RankleDiagramView *self, guint glyph);
/* The glyph that the card tells of, or RANKLE_NO_GLYPH. */
guint _rankle_diagram_view_get_subject (RankleDiagramView *self);
void  _rankle_diagram_view_update_card (RankleDiagramView *self);
void  _rankle_diagram_view_allocate_card (RankleDiagramView *self, int width, int height);

/* rankle-diagram-view-map.c */
void     _rankle_diagram_view_drop_map (RankleDiagramView *self);
gboolean _rankle_diagram_view_load_map (RankleDiagramView *self,
                                        RankleModel       *model,
                                        GError           **error);

/* rankle-diagram-view-paint.c */
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

/* rankle-diagram-view-words.c */
void _rankle_diagram_view_tell (RankleDiagramView *self);
void _rankle_diagram_view_tell_at_rest (RankleDiagramView *self);

/* rankle-diagram-view-input.c */
void     _rankle_diagram_view_add_controllers (RankleDiagramView *self);
gboolean _rankle_diagram_view_focus (RankleDiagramView *self, GtkDirectionType direction);

G_END_DECLS
